package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.Programs;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Starts processes without a shell and with empty stdin (rule 5.10). */
final class ProcessLauncher {

    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Redirect NOTHING = Redirect.from(new File(WINDOWS ? "NUL" : "/dev/null"));

    private final Path directory;
    private final Map<String, String> environment;
    private final StartFailures failures;
    private final SearchPath searchPath;

    /** The PATH of this JVM, which {@link ProcessBuilder} searches. */
    private final SearchPath searchPathOfJava;

    /** Difference to the environment of this JVM; applying it is cheaper than building a new environment. */
    private final Map<String, String> set = new HashMap<>();

    private final Set<String> unset;

    /** Programs that passed the checks, each with its PATH. */
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    /** @param environment all variables that the commands inherit */
    ProcessLauncher(Path directory, Map<String, String> environment) {
        this.directory = directory.toAbsolutePath();
        this.environment = Map.copyOf(environment);
        this.failures = new StartFailures(this.directory);
        this.searchPath = SearchPath.of(environment, this.directory);
        this.searchPathOfJava = SearchPath.of(System.getenv(), this.directory);
        this.unset = new HashSet<>(System.getenv().keySet());
        unset.removeAll(environment.keySet());
        environment.forEach((name, value) -> {
            if (!value.equals(System.getenv(name))) {
                set.put(name, value);
            }
        });
    }

    /** Thrown if a check before the start fails. */
    static final class NotStartable extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient StartFailure failure;

        NotStartable(StartFailure failure) {
            super(failure.reason());
            this.failure = failure;
        }
    }

    /**
     * Starts a process.
     *
     * @param mark see {@link CommandMark}
     * @throws NotStartable if a check before the start fails
     */
    Process launch(Command command, String mark, Redirect stdout, Redirect stderr) throws IOException {
        SearchPath path = searchPath(command);
        check(command, path);
        ProcessBuilder builder = new ProcessBuilder(argv(command, path))
                .directory(directory.toFile())
                .redirectInput(NOTHING)
                .redirectOutput(stdout)
                .redirectError(stderr);
        Map<String, String> variables = builder.environment();
        variables.keySet().removeAll(unset);
        variables.putAll(set);
        variables.putAll(command.environment());
        variables.put(CommandMark.VARIABLE, CommandMark.value(mark, environment));
        return builder.start();
    }

    private void check(Command command, SearchPath path) throws NotStartable {
        if (WINDOWS) {
            fail(StartFailures.ofText(command.argv()));
            fail(windows(command).obstacle(command.argv()));
        } else {
            fail(StartFailures.ofWords(command.argv()));
            // checked once, because a check takes a fifth of a start; if the program changes later, the start fails
            String program = command.argv().get(0);
            String key = program + File.pathSeparator + path;
            if (!checked.contains(key)) {
                fail(failures.ofProgram(program, path));
                checked.add(key);
            }
        }
    }

    private WindowsPrograms windows(Command command) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(command.environment());
        return new WindowsPrograms(variables, directory);
    }

    private static void fail(Optional<StartFailure> obstacle) throws NotStartable {
        if (obstacle.isPresent()) {
            throw new NotStartable(obstacle.get());
        }
    }

    /** Explains an exception of {@link #launch}. */
    StartFailure explain(Command command, Throwable failure) {
        if (failure instanceof NotStartable known) {
            return known.failure;
        }
        Optional<StartFailure> changed =
                WINDOWS ? Optional.empty() : failures.ofProgram(command.argv().get(0), searchPath(command));
        return changed.orElseGet(() -> failures.ofStart(command.argv(), failure));
    }

    private SearchPath searchPath(Command command) {
        String path = command.environment().get(SearchPath.VARIABLE);
        return path == null ? searchPath : new SearchPath(path, directory);
    }

    /** Names the program's file if the PATH of the command finds another file than the PATH of this JVM. */
    private List<String> argv(Command command, SearchPath path) {
        String program = command.argv().get(0);
        if (WINDOWS) {
            return windows(command).argv(command.argv());
        }
        if (!Programs.isPlainName(program) || path.toString().equals(searchPathOfJava.toString())) {
            return command.argv();
        }
        Optional<Path> file = path.find(program);
        if (file.isEmpty() || file.equals(searchPathOfJava.find(program))) {
            return command.argv();
        }
        List<String> argv = new ArrayList<>(command.argv());
        argv.set(0, file.get().toString());
        return argv;
    }
}
