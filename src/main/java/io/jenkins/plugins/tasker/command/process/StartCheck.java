package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.Programs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks commands before their start, and finds their programs. Without a check, a shell that starts a command would explain a failed
 * start in its own words.
 */
public final class StartCheck {

    private final Path directory;
    private final StartFailures failures;
    private final SearchPath searchPath;

    /** Programs that passed the checks, each with its PATH. */
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    /**
     * @param directory working directory of the commands
     * @param environment all variables that the commands inherit
     */
    public StartCheck(Path directory, Map<String, String> environment) {
        this.directory = directory.toAbsolutePath();
        this.failures = new StartFailures(this.directory);
        this.searchPath = SearchPath.of(environment, this.directory);
    }

    /** Returns why a command cannot start. */
    public Optional<StartFailure> of(Command command) {
        return StartFailures.ofText(command.argv())
                .or(() ->
                        Files.isDirectory(directory) ? program(command, searchPath(command)) : failures.ofDirectory());
    }

    /** A program is checked once, because a check takes a fifth of a start. If it changes later, the start fails. */
    Optional<StartFailure> program(Command command, SearchPath path) {
        String program = command.argv().get(0);
        String key = program + File.pathSeparator + path;
        if (checked.contains(key)) {
            return Optional.empty();
        }
        Optional<StartFailure> failure = failures.ofProgram(program, path);
        if (failure.isEmpty()) {
            checked.add(key);
        }
        return failure;
    }

    SearchPath searchPath(Command command) {
        String path = command.environment().get(SearchPath.VARIABLE);
        return path == null ? searchPath : new SearchPath(path, directory);
    }

    /** Returns the argv for {@code exec} of a shell, which would read a leading hyphen as an option. */
    public List<String> argv(Command command) {
        String program = command.argv().get(0);
        if (!program.startsWith("-")) {
            return command.argv();
        }
        List<String> argv = new ArrayList<>(command.argv());
        argv.set(
                0,
                Programs.isPlainName(program)
                        ? searchPath(command).find(program).map(Path::toString).orElse(program)
                        : "./" + program);
        return argv;
    }
}
