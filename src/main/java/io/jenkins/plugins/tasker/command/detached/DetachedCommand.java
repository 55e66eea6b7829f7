package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.OutputCollector;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A command whose output lies in {@link ControlFiles}, read while it runs for somebody who listens, and for its result when it
 * has ended.
 */
abstract class DetachedCommand implements RunningCommand {

    final Command command;
    final ControlFiles files;
    private final boolean live;
    private final OutputFile stdout;
    private final OutputFile stderr;
    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();
    private Consumer<DetachedCommand> whenReleased = released -> {};

    DetachedCommand(Command command, ControlFiles files, OutputListener listener) {
        this.command = command;
        this.files = files;
        this.live = listener != OutputListener.NONE;
        stdout =
                new OutputFile(files.out(), new OutputCollector(OutputStreamName.STDOUT, listener, TemporaryFile::new));
        stderr =
                new OutputFile(files.err(), new OutputCollector(OutputStreamName.STDERR, listener, TemporaryFile::new));
    }

    @Override
    public CompletableFuture<CommandResult> result() {
        return result;
    }

    /** Has something done when the files are needed no more. */
    void whenReleased(Consumer<DetachedCommand> action) {
        whenReleased = action;
    }

    @Override
    public void release() {
        whenReleased.accept(this);
    }

    /** Tells the listener what is new; called now and then by the thread that watches. */
    synchronized void look() throws IOException {
        if (live && !result.isDone()) {
            stdout.read();
            stderr.read();
        }
    }

    /** Whether somebody has to look at it now and then. */
    boolean isWatched() {
        return live;
    }

    /** @param more lines that are not the command's own, for stderr */
    synchronized void ended(int exitCode, boolean timedOut, Duration duration, Optional<String> more) {
        try {
            OutputCollector out = stdout.end();
            OutputCollector err = stderr.end();
            more.ifPresent(err::addLine);
            result.complete(new CommandResult(exitCode, timedOut, out.output(), err.output(), duration));
        } catch (IOException | RuntimeException e) {
            unknown("its output cannot be read: " + e.getMessage());
        }
    }

    void unknown(String reason) {
        result.completeExceptionally(new UnknownEndException(reason));
    }
}
