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

/** Starts processes without a shell and with empty stdin (rule 5.10). */
final class ProcessLauncher {

    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Redirect NOTHING = Redirect.from(new File(WINDOWS ? "NUL" : "/dev/null"));

    private final Path directory;
    private final Map<String, String> environment;
    private final StartFailures failures;
    private final StartCheck check;

    /** The PATH of this JVM, which {@link ProcessBuilder} searches. */
    private final SearchPath searchPathOfJava;

    /** Difference to the environment of this JVM; applying it is cheaper than building a new environment. */
    private final Map<String, String> set = new HashMap<>();

    private final Set<String> unset;

    /** @param environment all variables that the commands inherit */
    ProcessLauncher(Path directory, Map<String, String> environment) {
        this.directory = directory.toAbsolutePath();
        this.environment = Map.copyOf(environment);
        this.failures = new StartFailures(this.directory);
        this.check = new StartCheck(this.directory, environment);
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
        ProcessBuilder builder = new ProcessBuilder(WINDOWS ? windowsArgv(command) : argv(command))
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

    private List<String> windowsArgv(Command command) throws NotStartable {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(command.environment());
        WindowsPrograms programs = new WindowsPrograms(variables, directory);
        fail(StartFailures.ofText(command.argv()));
        fail(programs.obstacle(command.argv()));
        return programs.argv(command.argv());
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
                WINDOWS ? Optional.empty() : failures.ofProgram(command.argv().get(0), check.searchPath(command));
        return changed.orElseGet(() -> failures.ofStart(command.argv(), failure));
    }

    /** Names the program's file if the PATH of the command finds another file than the PATH of this JVM. */
    private List<String> argv(Command command) throws NotStartable {
        fail(StartFailures.ofWords(command.argv()));
        SearchPath path = check.searchPath(command);
        fail(check.program(command, path));
        String program = command.argv().get(0);
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
