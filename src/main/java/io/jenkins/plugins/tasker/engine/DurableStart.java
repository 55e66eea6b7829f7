package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A command that starts when the record of its start is on the disk. If it is terminated before, it never starts. */
final class DurableStart implements RunningCommand {

    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();
    private final Supplier<RunningCommand> start;
    private final BooleanSupplier recording;
    private Optional<RunningCommand> begun = Optional.empty();

    /** @param recording whether the record can still be written; if not, nothing starts (rule 16.12) */
    DurableStart(Supplier<RunningCommand> start, BooleanSupplier recording) {
        this.start = start;
        this.recording = recording;
    }

    /** Starts the command, unless it was terminated. Called on the engine's thread. */
    void begin() {
        if (result.isDone()) {
            return;
        }
        if (!recording.getAsBoolean()) {
            result.complete(CommandResult.notStarted(
                    CommandResult.NOT_STARTED, "not started: the record of the run can no longer be written"));
            return;
        }
        RunningCommand command = start.get();
        begun = Optional.of(command);
        command.forwardResult(result);
    }

    /** Returns this command, or the one that was started if it was started at once. */
    RunningCommand asStarted() {
        return begun.orElse(this);
    }

    @Override
    public CompletableFuture<CommandResult> result() {
        return result;
    }

    @Override
    public void terminate() {
        begun.ifPresentOrElse(RunningCommand::terminate, () -> endBeforeStart(false));
    }

    @Override
    public void kill() {
        begun.ifPresentOrElse(RunningCommand::kill, () -> endBeforeStart(true));
    }

    private void endBeforeStart(boolean kill) {
        result.complete(CommandResult.signalledBeforeStart(kill));
    }

    @Override
    public void release() {
        begun.ifPresent(RunningCommand::release);
    }
}
