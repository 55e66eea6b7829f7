package io.jenkins.plugins.tasker.benchmarks;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A command that has already ended when it starts. */
record EndedCommand(CompletableFuture<CommandResult> result) implements RunningCommand {

    static RunningCommand start(Command command, OutputListener listener) {
        CommandResult result =
                new CommandResult(0, false, Output.of("nginx is running\n"), Output.EMPTY, Duration.ofMillis(1));
        return new EndedCommand(CompletableFuture.completedFuture(result));
    }

    @Override
    public void terminate() {
        // The command has ended.
    }

    @Override
    public void kill() {
        // The command has ended.
    }
}
