package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A detached command that was started here: its shell is a child of this process. */
final class StartedCommand extends DetachedCommand {

    /** Characters of what the shell itself says, which is normally nothing. */
    private static final int MORE = 4096;

    private final RunningCommand shell;

    /** @param readers read the output of ended commands, which can take as long as the command has printed much */
    StartedCommand(
            Command command, ControlFiles files, OutputListener listener, RunningCommand shell, Executor readers) {
        super(command, files, listener);
        this.shell = shell;
        shell.result().whenCompleteAsync(this::shellEnded, readers);
    }

    private void shellEnded(CommandResult end, Throwable failure) {
        try {
            if (failure != null) {
                result().completeExceptionally(failure);
            } else if (end.duration().isZero()) {
                // it was not started at all, and the result says why
                result().complete(end);
            } else {
                Optional<Integer> told = files.exitCode();
                if (told.isEmpty() && end.exitCode() != CommandResult.NOT_STARTED) {
                    // whoever takes the command up again must hear of it; a shell that had no right to start it says
                    // nothing
                    files.end(end.exitCode(), end.timedOut());
                }
                int exitCode = end.timedOut() ? end.exitCode() : told.orElse(end.exitCode());
                String more = end.stderr().head(MORE).strip();
                ended(
                        exitCode,
                        end.timedOut(),
                        end.duration(),
                        Optional.of(more).filter(text -> !text.isEmpty()));
            }
        } catch (IOException | RuntimeException e) {
            unknown("its control files cannot be read: " + e.getMessage());
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
