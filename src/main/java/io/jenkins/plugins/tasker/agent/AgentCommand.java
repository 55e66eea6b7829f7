package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.Output;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The controller's view of a command on the agent. */
final class AgentCommand implements RunningCommand {

    private final int id;
    private final Command command;
    private final ShownOutput shown;
    private final AgentCommandRunner runner;
    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();
    private volatile boolean submitted;
    private volatile boolean terminated;
    private volatile boolean killed;

    /** @param submitted whether a process that no longer exists submitted the command before */
    AgentCommand(int id, Command command, ShownOutput shown, boolean submitted, AgentCommandRunner runner) {
        this.id = id;
        this.command = command;
        this.shown = shown;
        this.submitted = submitted;
        this.runner = runner;
    }

    int id() {
        return id;
    }

    /** Creates the order that starts the command, or reattaches to it if it was submitted before. */
    CommandOrder.Start order(long number, int[] released) {
        boolean reattach = submitted;
        submitted = true;
        return CommandOrder.Start.of(number, id, command, shown.isLive(), reattach, released);
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

    void onReport(CommandReport report) {
        if (report instanceof CommandReport.Text text) {
            shown.receive(text);
        } else if (report instanceof CommandReport.Ended ended) {
            result.complete(new CommandResult(
                    ended.exitCode(),
                    ended.timedOut(),
                    received(ended.stdout(), CommandResult::stdout),
                    received(ended.stderr(), CommandResult::stderr),
                    Duration.ofNanos(ended.nanos())));
        } else if (report instanceof CommandReport.Failed failed) {
            fail(failed.reason());
        }
    }

    private Output received(SentOutput sent, Function<CommandResult, Output> stream) {
        Output received = sent.received();
        return sent.large() == null || command.id().isEmpty()
                ? received
                : new RereadOutput(received, () -> stream.apply(runner.rereadResult(command)));
    }

    /** Ends the command with an unknown result. */
    void fail(String reason) {
        result.completeExceptionally(new UnknownEndException(reason));
    }
}
