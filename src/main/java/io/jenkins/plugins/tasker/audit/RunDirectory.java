package io.jenkins.plugins.tasker.audit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is kept of one run on the controller, beside its build. A build may have several runs, also at the same time. */
public record RunDirectory(Path path) {

    private static final String PARENT = "tasker";

    /** Makes the directory {@code tasker/N} in that of the build, N being the first number that is free, from 1. */
    static RunDirectory create(Path build) throws IOException {
        Files.createDirectories(build.resolve(PARENT));
        for (int number = 1; ; number++) {
            try {
                return new RunDirectory(Files.createDirectory(of(build, number).path));
            } catch (FileAlreadyExistsException e) {
                // another run of this build
            }
        }
    }

    /** The directory of a run that was started before. */
    static RunDirectory of(Path build, int number) {
        return new RunDirectory(build.resolve(PARENT).resolve(Integer.toString(number)));
    }

    public int number() {
        return Integer.parseInt(path.getFileName().toString());
    }

    public Path journal() {
        return path.resolve("run.journal");
    }

    /** The task file as it was run, secrets masked. */
    public Path taskFile() {
        return path.resolve("task-file.txt");
    }
}
