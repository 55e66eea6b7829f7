package io.jenkins.plugins.tasker.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is kept of one run on the controller, beside its build. A build may have several runs, also at the same time. */
record RunDirectory(Path path) {

    private static final String PARENT = "tasker";

    /** Makes the directory {@code tasker/N} in that of the build, N being the first number that is free, from 1. */
    static RunDirectory create(Path build) throws IOException {
        Path parent = Files.createDirectories(build.resolve(PARENT));
        for (int number = 1; ; number++) {
            try {
                return new RunDirectory(Files.createDirectory(parent.resolve(Integer.toString(number))));
            } catch (FileAlreadyExistsException e) {
                // another run of this build
            }
        }
    }

    Path journal() {
        return path.resolve("run.journal");
    }
}
