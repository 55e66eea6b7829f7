package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of a hostile agent can only falsify the results of its own commands. */
class HostileAgentTest {

    @TempDir
    private Path directory;

    private final Wire wire = new Wire();
    private final List<CommandOrder> orders = new ArrayList<>();
    private ReportReceiver controller;
    private AgentCommandRunner runner;

    /** Executes no order; the test sends reports in its name. */
    private final class Agent implements AgentConnector {

        @Override
        public String name() {
            return "agent1";
        }

        @Override
        public Optional<VirtualChannel> channel() {
            return Optional.of(wire);
        }

        @Override
        public CommandSession open(VirtualChannel channel, ReportReceiver reports) {
            controller = reports;
            return new Idle(orders);
        }
    }

    private record Idle(List<CommandOrder> orders) implements CommandSession {

        @Override
        public void submit(CommandOrder order) {
            orders.add(order);
        }

        @Override
        public boolean onPath(String program) {
            return true;
        }

        @Override
        public boolean fileExists(String path) {
            return true;
        }

        @Override
        public void resolve(String host) {
            // resolves every name
        }

        @Override
        public boolean isReachable(String host, Duration limit) {
            return true;
        }

        @Override
        public void close() {
            // runs no commands
        }
    }

    @BeforeEach
    void connect() throws Exception {
        runner = new AgentCommandRunner(
                new Agent(), Duration.ofSeconds(5), line -> {}, new ShownOutputLog(directory.resolve("shown")));
    }

    @AfterEach
    void disconnect() {
        runner.close();
        wire.close();
    }

    private RunningCommand start(OutputListener listener) {
        return runner.start(new Command("1.0", List.of("true"), Duration.ofSeconds(5), Map.of(), ""), listener);
    }

    private int submittedId() {
        return ((CommandOrder.Start) orders.get(orders.size() - 1)).command();
    }

    private static CommandReport ended(int command, int exitCode) {
        SentOutput nothing = new SentOutput("", 0, null);
        return new CommandReport.Ended(command, false, exitCode, 0, nothing, nothing);
    }

    @Test
    void reportsAboutUnknownCommandsShouldHaveNoEffect() {
        RunningCommand command = start(OutputListener.NONE);
        int id = submittedId();

        controller.onReport(List.of(
                ended(id + 1, 0), ended(-1, 0), ended(Integer.MAX_VALUE, 0), new CommandReport.Failed(id + 1, "lie")));

        assertThat(command.result()).isNotDone();
        controller.onReport(List.of(ended(id, 3)));
        assertThat(command.result().join().exitCode()).isEqualTo(3);
    }

    @Test
    void reportsAfterTheFirstEndShouldHaveNoEffect() {
        StringBuilder received = new StringBuilder();
        RunningCommand command = start((stream, text) -> received.append(text));
        int id = submittedId();

        controller.onReport(List.of(ended(id, 3)));
        controller.onReport(List.of(
                ended(id, 0),
                new CommandReport.Failed(id, "lie"),
                new CommandReport.Text(id, OutputStreamName.STDOUT, 0, "late\n")));

        assertThat(command.result().join().exitCode()).isEqualTo(3);
        assertThat(received).isEmpty();
    }

    @Test
    void malformedReportShouldFailTheCallOfTheAgent() {
        RunningCommand command = start(OutputListener.NONE);
        int id = submittedId();

        assertThatThrownBy(() -> controller.onReport(Arrays.asList((CommandReport) null)))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> controller.onReport(List.of(new CommandReport.Ended(id, false, 0, 0, null, null))))
                .isInstanceOf(NullPointerException.class);

        assertThat(command.result()).isNotDone();
        controller.onReport(List.of(ended(id, 0)));
        assertThat(command.result().join().exitCode()).isZero();
    }
}
