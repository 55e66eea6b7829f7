package io.jenkins.plugins.tasker.web;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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

    /**
     * Finds the directory of a run of this build that is to be continued.
     *
     * @param run as given to {@link #mark}
     */
    public static Optional<RunDirectory> find(Path build, String run) throws IOException {
        for (int number = 1; Files.exists(of(build, number).path); number++) {
            RunDirectory directory = of(build, number);
            if (Files.exists(directory.mark())
                    && Files.readString(directory.mark()).equals(run)) {
                return Optional.of(directory);
            }
        }
        return Optional.empty();
    }

    /** Keeps what is needed to continue the run if it is cut off. */
    public void mark(String run, byte[] trueTaskFile) throws IOException {
        Files.write(trueTaskFile(), trueTaskFile);
        Files.writeString(mark(), run);
    }

    /** The run is over and will not be continued. */
    public void unmark() throws IOException {
        Files.deleteIfExists(mark());
        Files.deleteIfExists(trueTaskFile());
        Files.deleteIfExists(shownOutputLog());
    }

    private Path mark() {
        return path.resolve("run.id");
    }

    /** The task file byte by byte, while the run lasts. */
    public Path trueTaskFile() {
        return path.resolve("task-file.true");
    }

    /** How much output of running commands was shown, while the run lasts. */
    public Path shownOutputLog() {
        return path.resolve("output.told");
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
