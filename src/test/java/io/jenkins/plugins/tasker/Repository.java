package io.jenkins.plugins.tasker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of this repository from any directory in which a build starts its tests. */
public final class Repository {

    private Repository() {}

    public static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(directory.resolve("standalone/pom.xml"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    /**
     * Returns a file.
     *
     * @param name path from the root, with slashes
     */
    public static Path file(String name) {
        return root().resolve(name);
    }

    /** Returns all files below a directory with a suffix, sorted, without files that a build creates. */
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
