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

/** The directories in which programs are looked for: PATH of an environment. */
final class SearchPath {

    static final String VARIABLE = "PATH";

    /** What systems use if there is no PATH at all. */
    private static final String DEFAULT = "/usr/bin:/bin";

    private final String path;
    private final List<Path> directories = new ArrayList<>();

    /** @param directory what relative entries, and the empty one, are relative to */
    SearchPath(String path, Path directory) {
        this.path = Objects.requireNonNullElse(path, DEFAULT);
        for (String entry : this.path.split(File.pathSeparator, -1)) {
            resolve(directory, entry).ifPresent(directories::add);
        }
    }

    static SearchPath of(Map<String, String> environment, Path directory) {
        return new SearchPath(environment.get(VARIABLE), directory);
    }

    /** The file that is run for a name. */
    Optional<Path> find(String program) {
        return find(program, true);
    }

    /** A file of the name that would be run if it were executable. */
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

    /** As written in the variable. */
    @Override
    public String toString() {
        return path;
    }
}
