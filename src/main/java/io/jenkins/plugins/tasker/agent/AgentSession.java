package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.command.CloseableCommandRunner;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.detached.DetachedCommandRunner;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.command.process.LocalCommandRunner;
import io.jenkins.plugins.tasker.command.process.LocalPrograms;
import io.jenkins.plugins.tasker.validation.HostResolver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs the commands of one run on the agent: starts them, reads their output, watches time limits and terminates them. No
 * call of the controller waits for a command.
 *
 * <p>At the end of the run the session closes and kills the commands that still run. When the connection to the controller
 * is lost, the session {@link #detach detaches}: commands keep running, and another session reattaches to them, in this JVM
 * or in a later one.
 */
final class AgentSession implements CommandSession {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final VirtualChannel controller;
    private final CloseableCommandRunner runner;
    private final Map<Integer, RunningCommand> unreleased = new ConcurrentHashMap<>();
    private final Programs programs;
    private final HostResolver hosts = HostResolver.local();
    private final ReportSender sender;
    private final OrderedActions orders = new OrderedActions();
    private final Map<Integer, RunningCommand> running = new ConcurrentHashMap<>();
    private final Set<Output> outputs = ConcurrentHashMap.newKeySet();
    private volatile boolean detached;
    private volatile Runnable onClose = () -> {};

    AgentSession(
            Path workingDirectory,
            Map<String, String> environment,
            Path control,
            VirtualChannel controller,
            ReportReceiver reports)
            throws IOException {
        this.controller = controller;
        // commands outlive the session only where a POSIX shell can watch them
        this.runner = WINDOWS
                ? new LocalCommandRunner(workingDirectory, environment, TemporaryFile::new)
                : new DetachedCommandRunner(workingDirectory, environment, control);
        this.programs = new LocalPrograms(workingDirectory, environment);
        this.sender = new ReportSender(reports, this::submit);
    }

    /** Sets an action for the end of the session. */
    void onClose(Runnable action) {
        onClose = action;
    }

    @Override
    public void submit(CommandOrder order) {
        orders.run(order.number(), () -> {
            if (order instanceof CommandOrder.Start start) {
                start(start);
            } else if (order instanceof CommandOrder.Stop stop) {
                stop(stop);
            }
        });
    }

    private void start(CommandOrder.Start start) {
        int id = start.command();
        OutputListener listener = start.live() ? new LiveText(id, sender) : OutputListener.NONE;
        for (int released : start.released()) {
            Optional.ofNullable(unreleased.remove(released)).ifPresent(RunningCommand::release);
        }
        RunningCommand command = start.reattach()
                ? runner.reattach(start.toCommand(), listener)
                : runner.start(start.toCommand(), listener);
        running.put(id, command);
        unreleased.put(id, command);
        command.result().whenComplete((result, failure) -> {
            running.remove(id);
            if (failure == null) {
                onEnd(id, result);
            } else {
                String reason = failure instanceof UnknownEndException ? failure.getMessage() : failure.toString();
                sender.end(0, () -> new CommandReport.Failed(id, reason));
            }
        });
    }

    private void stop(CommandOrder.Stop stop) {
        RunningCommand command = running.get(stop.command());
        if (command != null && stop.kill()) {
            command.kill();
        } else if (command != null) {
            command.terminate();
        }
    }

    private void onEnd(int id, CommandResult result) {
        if (detached) {
            result.stdout().close();
            result.stderr().close();
            return;
        }
        outputs.add(result.stdout());
        outputs.add(result.stderr());
        sender.end(
                result.stdout().length() + result.stderr().length(),
                () -> new CommandReport.Ended(
                        id,
                        result.timedOut(),
                        result.exitCode(),
                        result.duration().toNanos(),
                        sent(result.stdout()),
                        sent(result.stderr())));
    }

    private SentOutput sent(Output output) {
        SentOutput sent = SentOutput.of(
                output,
                large -> controller.export(LargeOutput.class, new RetainedOutput(large, controller, this::discard)));
        if (sent.large() == null) {
            discard(output);
        }
        return sent;
    }

    private void discard(Output output) {
        outputs.remove(output);
        output.close();
    }

    @Override
    public boolean onPath(String program) {
        return programs.onPath(program);
    }

    @Override
    public boolean fileExists(String path) {
        return programs.fileExists(path);
    }

    @Override
    public void resolve(String host) throws IOException {
        hosts.resolve(host);
    }

    @Override
    public boolean isReachable(String host, Duration limit) throws IOException {
        return hosts.isReachable(host, limit);
    }

    /** Called when the connection is lost. Commands keep running, and another session reattaches to them. */
    void detach() {
        detached = true;
        sender.close();
        runner.detach();
        List.copyOf(outputs).forEach(this::discard);
    }

    @Override
    public void close() {
        runner.close();
        sender.close();
        List.copyOf(outputs).forEach(this::discard);
        onClose.run();
    }
}
