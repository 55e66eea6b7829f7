package io.jenkins.plugins.tasker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository, in whichever directory a build starts its tests. */
public final class Repository {

    private Repository() {}

    public static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(directory.resolve("standalone/pom.xml"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    /** @param name from the root, with slashes */
    public static Path file(String name) {
        return root().resolve(name);
    }

    /** All files below a directory whose names end so, sorted; what a build makes is left out. */
    public static List<Path> files(String directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(file(directory))) {
            return files.filter(path -> path.toString().endsWith(suffix))
                    .filter(path -> Stream.of("/target/", "/.git/", "/node_modules/", "/work/", "/.idea/")
                            .noneMatch(part -> ("/" + root().relativize(path)).contains(part)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
