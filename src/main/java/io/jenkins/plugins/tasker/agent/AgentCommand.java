package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.agent.protocol.SentOutput;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
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
    private Future<?> deadline = CompletableFuture.completedFuture(null);

    /** @param submitted whether a process that no longer exists submitted the command before */
    AgentCommand(int id, Command command, ShownOutput shown, boolean submitted, AgentCommandRunner runner) {
        this.id = id;
        this.command = command;
        this.shown = shown;
        this.submitted = submitted;
        this.runner = runner;
        result.whenComplete((end, failure) -> disarm());
    }

    int id() {
        return id;
    }

    /** Creates the order that starts the command, or reattaches to it if it was submitted before. */
    Order.Start order(List<Integer> released) {
        boolean reattach = submitted;
        submitted = true;
        return new Order.Start(id, shown.isLive(), reattach, released, command);
    }

    Duration timeLimit() {
        return command.timeLimit();
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

    /** Sets the time at which the controller no longer waits for the agent; replaces the time that was set before. */
    synchronized void arm(Future<?> timer) {
        deadline.cancel(false);
        deadline = timer;
        if (result.isDone()) {
            timer.cancel(false);
        }
    }

    synchronized void disarm() {
        deadline.cancel(false);
    }

    void onReport(AgentConnection from, Report.OfCommand report) {
        if (report instanceof Report.Text text) {
            shown.receive(text);
        } else if (report instanceof Report.Ended ended) {
            result.complete(new CommandResult(
                    ended.exitCode(),
                    ended.timedOut(),
                    received(ended.stdout(), from, OutputStreamName.STDOUT, CommandResult::stdout),
                    received(ended.stderr(), from, OutputStreamName.STDERR, CommandResult::stderr),
                    Duration.ofNanos(ended.nanos())));
        } else if (report instanceof Report.Failed failed) {
            fail(failed.reason());
        }
    }

    private Output received(
            SentOutput sent, AgentConnection from, OutputStreamName stream, Function<CommandResult, Output> again) {
        if (!sent.retained()) {
            return Output.of(sent.head());
        }
        Output output = new AgentOutput(sent, from, id, stream);
        return command.id().isEmpty() ? output : new RereadOutput(output, () -> again.apply(reread()));
    }

    /**
     * Reads the result of the ended command again from the agent's files. Waits for the agent.
     *
     * @throws UnknownEndException if the agent does not reconnect, or the files no longer exist
     */
    private CommandResult reread() {
        try {
            return runner.reattach(command, OutputListener.NONE).result().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UnknownEndException unknown ? unknown : e;
        }
    }

    /** Ends the command with an unknown result. */
    void fail(String reason) {
        result.completeExceptionally(new UnknownEndException(reason));
    }

    /** Ends a command that the agent has not received. */
    void reject(String reason) {
        result.complete(CommandResult.notStarted(CommandResult.NOT_STARTED, "not started: " + reason));
    }
}
