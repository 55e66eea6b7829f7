package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.agent.protocol.SentOutput;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The commands of a session on the agent. Reports their output and their end. */
final class SessionCommands {

    private final CommandRunner runner;
    private final RetainedOutputs outputs;
    private final ReportSender sender;
    private final Map<Integer, RunningCommand> running = new ConcurrentHashMap<>();
    private final Map<Integer, RunningCommand> unreleased = new ConcurrentHashMap<>();

    SessionCommands(CommandRunner runner, RetainedOutputs outputs, ReportSender sender) {
        this.runner = runner;
        this.outputs = outputs;
        this.sender = sender;
    }

    void start(Order.Start start) {
        int number = start.command();
        OutputListener listener = start.live() ? new LiveText(number, sender) : OutputListener.NONE;
        start.released()
                .forEach(released ->
                        Optional.ofNullable(unreleased.remove(released)).ifPresent(RunningCommand::release));
        RunningCommand command = start.reattach()
                ? runner.reattach(start.submitted(), listener)
                : runner.start(start.submitted(), listener);
        running.put(number, command);
        unreleased.put(number, command);
        command.result().whenComplete((result, failure) -> {
            running.remove(number);
            if (failure == null) {
                onEnd(number, result);
            } else {
                String reason = failure instanceof UnknownEndException ? failure.getMessage() : failure.toString();
                sender.end(number, 0, () -> new Report.Failed(number, reason));
            }
        });
    }

    void stop(Order.Stop stop) {
        RunningCommand command = running.get(stop.command());
        if (command != null && stop.kill()) {
            command.kill();
        } else if (command != null) {
            command.terminate();
        }
    }

    private void onEnd(int number, CommandResult result) {
        outputs.add(result.stdout());
        outputs.add(result.stderr());
        sender.end(
                number,
                result.stdout().length() + result.stderr().length(),
                () -> new Report.Ended(
                        number,
                        result.timedOut(),
                        result.exitCode(),
                        Math.max(0, result.duration().toNanos()),
                        sent(number, OutputStreamName.STDOUT, result.stdout()),
                        sent(number, OutputStreamName.STDERR, result.stderr())));
    }

    private SentOutput sent(int number, OutputStreamName stream, Output output) {
        boolean retained = output.length() > SentOutput.HEAD || !output.loss().isEmpty();
        SentOutput sent = new SentOutput(output.head(SentOutput.HEAD), output.length(), retained, output.loss());
        if (retained) {
            outputs.keep(number, stream, output);
        } else {
            outputs.discard(output);
        }
        return sent;
    }
}
