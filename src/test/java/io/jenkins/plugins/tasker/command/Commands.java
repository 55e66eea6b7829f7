package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.command.process.LocalCommandRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command runner with shortcuts for tests. */
public final class Commands implements AutoCloseable {

    private static final Duration ENOUGH = Duration.ofSeconds(30);

    private final LocalCommandRunner runner;

    public Commands(LocalCommandRunner runner) {
        this.runner = runner;
    }

    public static Commands in(Path directory) {
        return new Commands(new LocalCommandRunner(directory, System.getenv(), TemporaryFile::new));
    }

    public static Commands in(Path directory, Map<String, String> environment) {
        return new Commands(new LocalCommandRunner(directory, environment, TemporaryFile::new));
    }

    public RunningCommand start(OutputListener listener, String... argv) {
        return runner.start(new Command(List.of(argv), ENOUGH), listener);
    }

    public RunningCommand start(String... argv) {
        return start(OutputListener.NONE, argv);
    }

    public RunningCommand startLimited(Duration limit, String... argv) {
        return runner.start(new Command(List.of(argv), limit), OutputListener.NONE);
    }

    public CommandResult run(String... argv) {
        return resultOf(start(argv));
    }

    public CommandResult run(Command command) {
        return resultOf(runner.start(command, OutputListener.NONE));
    }

    public CommandResult shell(String script) {
        return run("/bin/sh", "-c", script);
    }

    public static CommandResult resultOf(RunningCommand command) {
        return get(command.result());
    }

    public static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(ENOUGH.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    public static String text(Output output) {
        return output.head(Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        runner.close();
    }
}
