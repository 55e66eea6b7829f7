package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A command on the agent, as the controller sees it. Reports come one after another. */
final class AgentCommand implements RunningCommand {

    private static final Logger LOGGER = Logger.getLogger(AgentCommand.class.getName());

    private final int id;
    private final Command command;
    private final boolean live;
    private final AgentCommandRunner runner;
    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();
    private OutputListener listener;
    private volatile boolean ordered;
    private volatile OutputOffsets heard;
    private volatile boolean terminated;
    private volatile boolean killed;

    /**
     * @param ordered whether it was ordered before, by a process that is gone
     * @param heard what was told of its output then
     */
    AgentCommand(
            int id,
            Command command,
            OutputListener listener,
            boolean ordered,
            OutputOffsets heard,
            AgentCommandRunner runner) {
        this.id = id;
        this.command = command;
        this.listener = listener;
        this.live = listener != OutputListener.NONE;
        this.ordered = ordered;
        this.heard = heard;
        this.runner = runner;
    }

    int id() {
        return id;
    }

    /** The order for it, which asks to take it up again if it was given before. */
    CommandOrder.Start order(long number, int[] released) {
        boolean again = ordered;
        ordered = true;
        return CommandOrder.Start.of(number, id, command, live, again, heard, released);
    }

    boolean isTerminated() {
        return terminated;
    }

    boolean isKilled() {
        return killed;
    }

    @Override
    public CompletableFuture<CommandResult> result() {
        return result;
    }

    @Override
    public void terminate() {
        terminated = true;
        runner.stop(this);
    }

    @Override
    public void kill() {
        terminated = true;
        killed = true;
        runner.stop(this);
    }

    @Override
    public void release() {
        runner.release(this);
    }

    void report(CommandReport report) {
        if (report instanceof CommandReport.Text text) {
            tell(text.stream(), text.text());
        } else if (report instanceof CommandReport.Ended ended) {
            result.complete(new CommandResult(
                    ended.exitCode(),
                    ended.timedOut(),
                    received(ended.stdout(), CommandResult::stdout),
                    received(ended.stderr(), CommandResult::stderr),
                    Duration.ofNanos(ended.nanos())));
        } else if (report instanceof CommandReport.Failed failed) {
            lost(failed.reason());
        }
    }

    private Output received(SentOutput sent, Function<CommandResult, Output> stream) {
        Output received = sent.received();
        return sent.large() == null || command.id().isEmpty()
                ? received
                : new RereadOutput(received, () -> stream.apply(runner.resultAgain(command)));
    }

    private void tell(OutputStreamName stream, String text) {
        heard = heard.plus(stream, text.length());
        try {
            listener.output(stream, text);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A listener failed and is not told of further output", e);
            listener = OutputListener.NONE;
        }
    }

    /** Nothing more will be heard of the command; how it ended is not known and must not be guessed. */
    void lost(String reason) {
        result.completeExceptionally(new UnknownEndException(reason));
    }
}
