package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A detached command that this process started: its shell is a child of this process. */
final class StartedCommand extends DetachedCommand {

    /** Maximum of characters from stderr of the shell itself, which is usually empty. */
    private static final int MORE = 4096;

    private final RunningCommand shell;

    /** @param readers threads that read the output of ended commands; reading much output takes long */
    StartedCommand(
            Command command, ControlFiles files, OutputListener listener, RunningCommand shell, Executor readers) {
        super(command, files, listener);
        this.shell = shell;
        shell.result().whenCompleteAsync(this::onShellEnd, readers);
    }

    private void onShellEnd(CommandResult end, Throwable failure) {
        try {
            if (failure != null) {
                result().completeExceptionally(failure);
            } else if (end.duration().isZero()) {
                // it never started; the result has the reason
                result().complete(end);
            } else {
                Optional<Integer> recorded = files.exitCode();
                if (recorded.isEmpty() && end.exitCode() != CommandResult.NOT_STARTED) {
                    // for a session that reattaches; a shell that does not own the command must record nothing
                    files.recordEnd(end.exitCode());
                }
                int exitCode = end.timedOut() ? end.exitCode() : recorded.orElse(end.exitCode());
                String more = end.stderr().head(MORE).strip();
                end(exitCode, end.timedOut(), end.duration(), Optional.of(more).filter(text -> !text.isEmpty()));
            }
        } catch (IOException | RuntimeException e) {
            fail("its control files cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void terminate() {
        shell.terminate();
    }

    @Override
    public void kill() {
        shell.kill();
    }
}
