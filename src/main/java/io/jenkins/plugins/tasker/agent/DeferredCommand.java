package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** A command for a node whose session is being opened. Ended before that, it is not started. */
final class DeferredCommand implements RunningCommand {

    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();
    private final boolean again;
    private Optional<RunningCommand> command = Optional.empty();
    private boolean terminated;
    private boolean killed;

    /**
     * @param again whether it may have been started by an earlier process
     * @param way how to start it, or to take it up again, where it belongs
     */
    DeferredCommand(
            CompletableFuture<? extends CommandRunner> session,
            boolean again,
            Function<CommandRunner, RunningCommand> way) {
        this.again = again;
        session.whenComplete((runner, failure) -> {
            if (failure == null) {
                begin(way, runner);
            } else {
                failed(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        });
    }

    private synchronized void begin(Function<CommandRunner, RunningCommand> way, CommandRunner runner) {
        if (result.isDone()) {
            return;
        }
        RunningCommand begun = way.apply(runner);
        command = Optional.of(begun);
        if (terminated) {
            begun.terminate();
        }
        if (killed) {
            begun.kill();
        }
        begun.result().whenComplete((end, failure) -> {
            if (failure == null) {
                result.complete(end);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    private void failed(Throwable reason) {
        if (again) {
            result.completeExceptionally(new UnknownEndException(reason.getMessage()));
        } else {
            notStarted(reason.getMessage());
        }
    }

    private void notStarted(String reason) {
        result.complete(CommandResult.notStarted(CommandResult.NOT_STARTED, "not started: " + reason));
    }

    @Override
    public CompletableFuture<CommandResult> result() {
        return result;
    }

    @Override
    public synchronized void terminate() {
        terminated = true;
        command.ifPresentOrElse(RunningCommand::terminate, this::endEarly);
    }

    @Override
    public synchronized void kill() {
        terminated = true;
        killed = true;
        command.ifPresentOrElse(RunningCommand::kill, this::endEarly);
    }

    /** One that may run already has to be found first. */
    private void endEarly() {
        if (!again) {
            notStarted("it was ended before its node had answered");
        }
    }

    @Override
    public synchronized void release() {
        command.ifPresent(RunningCommand::release);
    }
}
