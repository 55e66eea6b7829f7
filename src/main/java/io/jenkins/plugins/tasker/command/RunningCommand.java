package io.jenkins.plugins.tasker.command;

import java.util.concurrent.CompletableFuture;

/** A command that was submitted to a {@link CommandRunner}. All methods may be called from any thread, at any time. */
public interface RunningCommand {

    /** Returns a command with a result that has already failed with {@link UnknownEndException}. */
    static RunningCommand unknown(String reason) {
        CompletableFuture<CommandResult> result = CompletableFuture.failedFuture(new UnknownEndException(reason));
        return new RunningCommand() {
            @Override
            public CompletableFuture<CommandResult> result() {
                return result;
            }

            @Override
            public void terminate() {
                // the command cannot be reached
            }

            @Override
            public void kill() {
                // the command cannot be reached
            }
        };
    }

    /** Completes when the command has ended and its output is complete. */
    CompletableFuture<CommandResult> result();

    /** Completes another future as {@link #result()}. */
    default void forwardResult(CompletableFuture<CommandResult> to) {
        result().whenComplete((end, failure) -> {
            if (failure == null) {
                to.complete(end);
            } else {
                to.completeExceptionally(failure);
            }
        });
    }

    /** Ends the command with all its descendants: TERM, a grace of 2 s, KILL (rule 5.12). Has no effect after the end. */
    void terminate();

    /** Ends the command with all its descendants at once, also during the grace of {@link #terminate()} (rule 17.2). */
    void kill();

    /** Called when the result is recorded. The runner can delete the files that it keeps for {@link CommandRunner#reattach}. */
    default void release() {
        // most runners keep no files
    }
}
