package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.LocalCommandRunner;
import io.jenkins.plugins.tasker.command.LocalPrograms;
import io.jenkins.plugins.tasker.command.Output;
import io.jenkins.plugins.tasker.command.OutputListener;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.validation.HostResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs the commands of one run on the agent: spawning, reading, time limits and terminations happen here, so that no call
 * waits for a command.
 *
 * <p>Ends with the run, or with the connection to the controller, whichever comes first; then everything that still runs
 * is killed. An agent that restarts itself when the connection is lost may be faster than that.
 */
final class AgentSession implements CommandSession {

    private final VirtualChannel controller;
    private final LocalCommandRunner runner;
    private final Programs programs;
    private final HostResolver hosts = HostResolver.local();
    private final Reporter reporter;
    private final InOrder orders = new InOrder();
    private final Map<Integer, RunningCommand> running = new ConcurrentHashMap<>();
    private final Set<Output> outputs = ConcurrentHashMap.newKeySet();
    private volatile Runnable whenClosed = () -> {};

    AgentSession(
            Path workingDirectory, Map<String, String> environment, VirtualChannel controller, CommandReports reports) {
        this.controller = controller;
        this.runner = new LocalCommandRunner(workingDirectory, environment);
        this.programs = new LocalPrograms(workingDirectory, environment);
        this.reporter = new Reporter(reports, this::order);
    }

    /** Has something else cleaned up at the end of the session. */
    void whenClosed(Runnable action) {
        whenClosed = action;
    }

    @Override
    public void order(CommandOrder order) {
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
        OutputListener listener = start.live() ? new LiveText(id, reporter) : OutputListener.NONE;
        RunningCommand command = runner.start(start.toRun(), listener);
        running.put(id, command);
        command.result().whenComplete((result, failure) -> {
            running.remove(id);
            if (failure == null) {
                ended(id, result);
            } else {
                reporter.end(0, () -> new CommandReport.Failed(id, failure.toString()));
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

    private void ended(int id, CommandResult result) {
        outputs.add(result.stdout());
        outputs.add(result.stderr());
        reporter.end(
                result.stdout().length() + result.stderr().length(),
                () -> new CommandReport.Ended(
                        id,
                        result.exitCode(),
                        result.timedOut(),
                        result.duration().toNanos(),
                        sent(result.stdout()),
                        sent(result.stderr())));
    }

    private SentOutput sent(Output output) {
        SentOutput sent = SentOutput.of(
                output,
                large -> controller.export(LargeOutput.class, new HeldOutput(large, controller, this::discard)));
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

    @Override
    public void close() {
        runner.close();
        reporter.close();
        List.copyOf(outputs).forEach(this::discard);
        whenClosed.run();
    }
}
