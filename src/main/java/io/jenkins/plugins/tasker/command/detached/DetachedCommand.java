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
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A command with its output in {@link ControlFiles}. Reads the output for a listener while it runs, and for its result. */
abstract class DetachedCommand implements RunningCommand {

    final Command command;
    final ControlFiles files;
    private final boolean live;
    private final OutputFile stdout;
    private final OutputFile stderr;
    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();
    private Consumer<DetachedCommand> releaseAction = released -> {};

    DetachedCommand(Command command, ControlFiles files, OutputListener listener) {
        this.command = command;
        this.files = files;
        this.live = listener != OutputListener.NONE;
        Spool.Factory spools = TemporaryFile.in(files.directory());
        stdout = new OutputFile(files.out(), new OutputCollector(OutputStreamName.STDOUT, listener, spools));
        stderr = new OutputFile(files.err(), new OutputCollector(OutputStreamName.STDERR, listener, spools));
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
        if (live && !result.isDone()) {
            stdout.read();
            stderr.read();
        }
    }

    /** Whether the watching thread must call {@link #poll}. */
    boolean isPolled() {
        return live;
    }

    /**
     * Completes the result.
     *
     * @param more lines of Tasker for stderr
     */
    synchronized void end(int exitCode, boolean timedOut, Duration duration, Optional<String> more) {
        try {
            OutputCollector out = stdout.end();
            OutputCollector err = stderr.end();
            more.ifPresent(err::addLine);
            result.complete(new CommandResult(exitCode, timedOut, out.output(), err.output(), duration));
        } catch (IOException | RuntimeException e) {
            fail("its output cannot be read: " + e.getMessage());
        }
    }

    /** Completes the result with {@link UnknownEndException}. */
    void fail(String reason) {
        result.completeExceptionally(new UnknownEndException(reason));
    }
}
