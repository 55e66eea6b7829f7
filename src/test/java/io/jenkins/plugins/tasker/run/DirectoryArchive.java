package io.jenkins.plugins.tasker.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Stores the archive of a build in a directory.
 *
 * @param hasTestReports whether test reports are accepted; their XML is then the file {@code tests.xml}
 */
public record DirectoryArchive(Path path, boolean hasTestReports) implements Archive {

    public DirectoryArchive(Path path) {
        this(path, true);
    }

    @Override
    public void store(Path directory, Map<String, String> files) throws IOException {
        synchronized (DirectoryArchive.class) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = path.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.copy(directory.resolve(file.getValue()), target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public boolean addTests(Path directory, String xml) throws IOException {
        synchronized (DirectoryArchive.class) {
            if (hasTestReports) {
                Files.createDirectories(path);
                Files.copy(directory.resolve(xml), path.resolve("tests.xml"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return hasTestReports;
    }

    /** Reads the only file with a matching name. */
    String content(String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return Files.readString(files.filter(file -> file.toString().matches(".*" + pattern))
                    .reduce((a, b) -> {
                        throw new IllegalStateException(a + " and " + b);
                    })
                    .orElseThrow());
        }
    }
}
