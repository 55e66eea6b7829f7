package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.Programs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Searches programs in the directories of PATH. */
final class SearchPath {

    static final String VARIABLE = "PATH";

    /** The system's default without the variable PATH. */
    private static final String DEFAULT = "/usr/bin:/bin";

    private final String path;
    private final List<Path> directories = new ArrayList<>();

    /** @param directory base of relative and empty entries */
    SearchPath(String path, Path directory) {
        this.path = Objects.requireNonNullElse(path, DEFAULT);
        for (String entry : this.path.split(File.pathSeparator, -1)) {
            resolve(directory, entry).ifPresent(directories::add);
        }
    }

    static SearchPath of(Map<String, String> environment, Path directory) {
        return new SearchPath(environment.get(VARIABLE), directory);
    }

    /** Finds the file of a program. */
    Optional<Path> find(String program) {
        return find(program, true);
    }

    /** Finds a file of this name that is not executable. */
    Optional<Path> findNotExecutable(String program) {
        return find(program, false);
    }

    private Optional<Path> find(String program, boolean executable) {
        if (!program.isEmpty() && Programs.isPlainName(program)) {
            for (Path directory : directories) {
                Optional<Path> file = resolve(directory, program).filter(Files::isRegularFile);
                if (file.isPresent() && Files.isExecutable(file.get()) == executable) {
                    return file;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> resolve(Path directory, String entry) {
        try {
            return Optional.of(directory.resolve(entry));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Returns the value of the variable. */
    @Override
    public String toString() {
        return path;
    }
}
