package io.jenkins.plugins.tasker.command;

import java.util.concurrent.CompletableFuture;

/** A command that was handed to a {@link CommandRunner}. All methods may be called from any thread, at any time. */
public interface RunningCommand {

    /** A command of which nothing more will be heard. */
    static RunningCommand unknown(String reason) {
        CompletableFuture<CommandResult> result = CompletableFuture.failedFuture(new UnknownEndException(reason));
        return new RunningCommand() {
            @Override
            public CompletableFuture<CommandResult> result() {
                return result;
            }

            @Override
            public void terminate() {
                // out of reach
            }

            @Override
            public void kill() {
                // out of reach
            }
        };
    }

    /** Completes when the command has ended and its output is complete. */
    CompletableFuture<CommandResult> result();

    /** Ends the command with all its descendants: TERM, a grace of 2 s, KILL (rule 5.12). Does nothing after the end. */
    void terminate();

    /** Ends the command with all its descendants at once, also during the grace of {@link #terminate()} (rule 17.2). */
    void kill();

    /** The result is recorded; what is kept so that it can be taken up again is needed no more. */
    default void release() {
        // usually nothing is kept
    }
}
