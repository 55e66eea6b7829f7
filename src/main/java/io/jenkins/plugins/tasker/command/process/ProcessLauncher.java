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

/** Starts processes: argv as it is, without a shell; stdin empty (rule 5.10). */
final class ProcessLauncher {

    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Redirect NOTHING = Redirect.from(new File(WINDOWS ? "NUL" : "/dev/null"));

    private final CommandWrapper wrapping;
    private final Path directory;
    private final Map<String, String> environment;
    private final StartFailures failures;
    private final SearchPath searchPath;

    /** What {@link ProcessBuilder} does with a name by itself. */
    private final SearchPath searchPathOfJava;

    /** How the environment differs from that of this JVM; applying it is cheaper than building a whole one. */
    private final Map<String, String> set = new HashMap<>();

    private final Set<String> unset;

    /** Programs that can be started, with the PATH they were found on. */
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    /** @param environment all that the commands inherit */
    ProcessLauncher(Path directory, Map<String, String> environment, CommandWrapper wrapping) {
        this.wrapping = wrapping;
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

    /** Thrown if it is clear before the start that it would fail. */
    static final class NotStartable extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient StartFailure failure;

        NotStartable(StartFailure failure) {
            super(failure.reason());
            this.failure = failure;
        }
    }

    /** @param mark see {@link CommandMark} */
    Process launch(Command command, String mark, Redirect stdout, Redirect stderr) throws IOException {
        SearchPath path = searchPath(command);
        check(command, path);
        ProcessBuilder builder = new ProcessBuilder(wrapping.wrap(command, argv(command, path)))
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
        if (!WINDOWS) {
            fail(StartFailures.ofWords(command.argv()));
            // Looking at the program costs a fifth of a start. If it is changed later, the start itself fails.
            String program = command.argv().get(0);
            String key = program + File.pathSeparator + path;
            if (!checked.contains(key)) {
                fail(failures.ofProgram(program, path));
                checked.add(key);
            }
        }
    }

    private static void fail(Optional<StartFailure> obstacle) throws NotStartable {
        if (obstacle.isPresent()) {
            throw new NotStartable(obstacle.get());
        }
    }

    /** What an exception of {@link #launch} means. */
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

    /** Java looks for programs on the PATH of this JVM. Where that of the command leads elsewhere, the file is named. */
    private List<String> argv(Command command, SearchPath path) {
        String program = command.argv().get(0);
        if (WINDOWS || !Programs.isPlainName(program) || path.toString().equals(searchPathOfJava.toString())) {
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
