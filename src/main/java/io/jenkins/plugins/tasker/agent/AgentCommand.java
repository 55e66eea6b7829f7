package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.OutputListener;
import io.jenkins.plugins.tasker.command.RunningCommand;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A command on the agent, as the controller sees it. Reports come one after another. */
final class AgentCommand implements RunningCommand {

    private static final Logger LOGGER = Logger.getLogger(AgentCommand.class.getName());

    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();
    private OutputListener listener;
    private final Consumer<Boolean> stop;

    /** @param stop asks the agent to end the command; told whether to kill it at once */
    AgentCommand(OutputListener listener, Consumer<Boolean> stop) {
        this.listener = listener;
        this.stop = stop;
    }

    @Override
    public CompletableFuture<CommandResult> result() {
        return result;
    }

    @Override
    public void terminate() {
        stop.accept(false);
    }

    @Override
    public void kill() {
        stop.accept(true);
    }

    void report(CommandReport report) {
        if (report instanceof CommandReport.Text text) {
            tell(text);
        } else if (report instanceof CommandReport.Ended ended) {
            result.complete(new CommandResult(
                    ended.exitCode(),
                    ended.timedOut(),
                    ended.stdout().received(),
                    ended.stderr().received(),
                    Duration.ofNanos(ended.nanos())));
        } else if (report instanceof CommandReport.Failed failed) {
            lost(failed.reason());
        }
    }

    private void tell(CommandReport.Text text) {
        try {
            listener.output(text.stream(), text.text());
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A listener failed and is not told of further output", e);
            listener = OutputListener.NONE;
        }
    }

    /** Nothing more will be heard of the command; how it ended is not known and must not be guessed. */
    void lost(String reason) {
        result.completeExceptionally(new AgentLostException(reason));
    }
}
