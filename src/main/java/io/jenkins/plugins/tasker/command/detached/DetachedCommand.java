package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.OutputCollector;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.command.output.Spool;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.command.process.LocalResultFactory;
import io.jenkins.plugins.tasker.command.process.StartFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A command with its output in {@link ControlFiles}. Reads the output for a listener while it runs, and for its result. */
abstract class DetachedCommand implements RunningCommand {

    /** Time that a starting command has to create its first file. */
    static final Duration STARTING = Duration.ofSeconds(3);

    static final String NO_TRACE = "its start left no trace, so it may have run";
    static final String MONITOR_KILLED = "its monitor was killed before it recorded an exit status";

    final Command command;
    private final OutputListener listener;
    private volatile ControlFiles files;
    private final OutputFile stdout;
    private final OutputFile stderr;
    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();
    private Consumer<DetachedCommand> releaseAction = released -> {};

    DetachedCommand(Command command, ControlFiles files, OutputListener listener) {
        this.command = command;
        this.files = files;
        this.listener = listener;
        Spool.Factory spools = TemporaryFile.in(files.directory());
        stdout = new OutputFile(files.out(), new OutputCollector(OutputStreamName.STDOUT, listener, spools));
        stderr = new OutputFile(files.err(), new OutputCollector(OutputStreamName.STDERR, listener, spools));
    }

    ControlFiles files() {
        return files;
    }

    OutputListener listener() {
        return listener;
    }

    /** Uses other files. For a command that has not started. */
    synchronized void moveTo(ControlFiles others) {
        files = others;
        stdout.moveTo(others.out());
        stderr.moveTo(others.err());
    }

    /** Whether reading the rest of the output takes no longer than starting a thread for it. */
    synchronized boolean isOutputSmall() {
        return stdout.isSmall() && stderr.isSmall();
    }

    @Override
    public CompletableFuture<CommandResult> result() {
        return result;
    }

    /** Sets the action for the release of the command. */
    void onRelease(Consumer<DetachedCommand> action) {
        releaseAction = action;
    }

    @Override
    public void release() {
        releaseAction.accept(this);
    }

    /** Sends new output to the listener. Called repeatedly by the watching thread. */
    synchronized void poll() throws IOException {
        if (isPolled() && !result.isDone()) {
            stdout.read();
            stderr.read();
        }
    }

    /** Whether the watching thread must call {@link #poll}. */
    boolean isPolled() {
        return listener != OutputListener.NONE;
    }

    /**
     * Completes the result.
     *
     * @param more lines of Tasker for stderr
     * @param withOutput whether the output files must exist
     */
    void end(int exitCode, boolean timedOut, Duration duration, List<String> more, boolean withOutput) {
        CommandResult end;
        try {
            end = read(exitCode, timedOut, duration, more, withOutput);
        } catch (IOException | RuntimeException e) {
            fail("its output cannot be read: " + e.getMessage());
            return;
        }
        result.complete(end);
    }

    private synchronized CommandResult read(
            int exitCode, boolean timedOut, Duration duration, List<String> more, boolean withOutput)
            throws IOException {
        OutputCollector out = stdout.end(withOutput);
        OutputCollector err = stderr.end(withOutput);
        more.forEach(err::addLine);
        return new CommandResult(exitCode, timedOut, out.output(), err.output(), duration);
    }

    /** Returns the time since the start that the files record; zero if the command has not started. */
    Duration recordedAge() throws IOException {
        return files.start()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
    }

    /** Completes the result of a command whose monitor could not create the output files; returns false for all others. */
    boolean endWithoutOutputs(int exitCode) {
        if (exitCode != CommandResult.NOT_STARTED || files.hasOutputs()) {
            return false;
        }
        String reason = "its output files cannot be created in " + files.directory() + "; free disk space";
        result.complete(LocalResultFactory.notStarted(StartFailure.notStarted(reason), listener));
        return true;
    }

    /** Explains that the monitor could not create its {@code .pid} file. */
    StartFailure unwritable() {
        return StartFailure.notStarted("its control files cannot be written in " + files.directory()
                + "; free disk space, and check that the directory is writable");
    }

    /** Completes the result with {@link UnknownEndException}. */
    void fail(String reason) {
        result.completeExceptionally(new UnknownEndException(reason));
    }
}
