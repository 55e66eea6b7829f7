package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.LocalCommandRunner;
import io.jenkins.plugins.tasker.command.LocalPrograms;
import io.jenkins.plugins.tasker.command.Output;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.RunningCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs the commands of one run on the agent: spawning, reading, time limits and terminations happen here, so that no call
 * waits for a command.
 *
 * <p>Ends with the run, or with the connection to the controller, whichever comes first; then everything that still runs
 * is killed.
 */
final class AgentSession implements CommandSession {

    private final VirtualChannel controller;
    private final LocalCommandRunner runner;
    private final Programs programs;
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
        this.reporter = new Reporter(reports);
    }

    /** Has something else cleaned up at the end of the session. */
    void whenClosed(Runnable action) {
        whenClosed = action;
    }

    @Override
    public void start(long number, int command, CommandOrder order) {
        orders.run(number, () -> start(command, order));
    }

    private void start(int id, CommandOrder order) {
        RunningCommand command = runner.start(
                order.command(), (stream, text) -> reporter.text(new CommandReport.Text(id, stream, text)));
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
    public void stop(long number, int command, boolean kill) {
        orders.run(number, () -> {
            RunningCommand stopped = running.get(command);
            if (stopped != null && kill) {
                stopped.kill();
            } else if (stopped != null) {
                stopped.terminate();
            }
        });
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
    public void close() {
        runner.close();
        reporter.close();
        List.copyOf(outputs).forEach(this::discard);
        whenClosed.run();
    }
}
