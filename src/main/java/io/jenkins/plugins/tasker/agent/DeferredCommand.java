package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** A command for a node whose session is still being opened. If it is terminated before that, it never starts. */
final class DeferredCommand implements RunningCommand {

    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();
    private final boolean reattach;
    private Optional<RunningCommand> command = Optional.empty();
    private boolean terminated;
    private boolean killed;

    /**
     * @param reattach whether an earlier process may have started the command
     * @param start starts the command, or reattaches to it, with the runner of the session
     */
    DeferredCommand(
            CompletableFuture<? extends CommandRunner> session,
            boolean reattach,
            Function<CommandRunner, RunningCommand> start) {
        this.reattach = reattach;
        session.whenComplete((runner, failure) -> {
            if (failure == null) {
                begin(start, runner);
            } else {
                fail(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        });
    }

    private synchronized void begin(Function<CommandRunner, RunningCommand> start, CommandRunner runner) {
        if (result.isDone()) {
            return;
        }
        RunningCommand begun = start.apply(runner);
        command = Optional.of(begun);
        if (terminated) {
            begun.terminate();
        }
        if (killed) {
            begun.kill();
        }
        begun.forwardResult(result);
    }

    private void fail(Throwable reason) {
        if (reattach) {
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
        command.ifPresentOrElse(RunningCommand::terminate, this::endBeforeStart);
    }

    @Override
    public synchronized void kill() {
        terminated = true;
        killed = true;
        command.ifPresentOrElse(RunningCommand::kill, this::endBeforeStart);
    }

    /** A command that may already run must be found before it can be ended; a kill does not wait for that. */
    private synchronized void endBeforeStart() {
        if (reattach && killed) {
            result.completeExceptionally(new UnknownEndException("it was killed before its node had answered"));
        } else if (!reattach) {
            notStarted("it was ended before its node had answered");
        }
    }

    @Override
    public synchronized void release() {
        command.ifPresent(RunningCommand::release);
    }
}
