package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.agent.protocol.Framing;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.agent.protocol.Reports;
import io.jenkins.plugins.tasker.agent.protocol.SentOutput;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reports of a hostile agent can only falsify the results of its own commands. */
@Timeout(60)
class HostileAgentTest {

    /** Commands are numbered from 0. */
    private static final int FIRST = 0;

    @TempDir
    private Path directory;

    private final Wire wire = new Wire();
    private OutputStream reports;
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
        public OutputStream open(VirtualChannel channel, OutputStream controller) throws IOException {
            reports = controller;
            reports.write(Framing.header());
            return OutputStream.nullOutputStream();
        }
    }

    @BeforeEach
    void connect() throws Exception {
        runner = new AgentCommandRunner(
                new Agent(),
                new SessionLimits(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(300),
                        Duration.ofMillis(300),
                        Duration.ZERO),
                line -> {},
                new ShownOutputLog(directory.resolve("shown")));
    }

    @AfterEach
    void disconnect() {
        runner.close();
        wire.close();
    }

    private RunningCommand start(OutputListener listener) {
        return runner.start(new Command("1.0", List.of("true"), Duration.ofSeconds(50), Map.of(), ""), listener);
    }

    private void send(Report... sent) throws IOException {
        reports.write(Reports.FRAMING.frames(List.of(sent)));
    }

    private static Report ended(int command, int exitCode) {
        SentOutput nothing = new SentOutput("", 0, false, "");
        return new Report.Ended(command, false, exitCode, 0, nothing, nothing);
    }

    private static Report text(int command, long offset, String text) {
        return new Report.Text(command, OutputStreamName.STDOUT, offset, text);
    }

    private static void assertUnknown(RunningCommand command, String reason) {
        assertThatThrownBy(() -> command.result().get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining(reason);
    }

    private void assertEnded(String reason) {
        assertThat(start(OutputListener.NONE).result().join().stderr().head(500))
                .contains(reason);
    }

    @Test
    void reportAboutAnUnknownCommandShouldEndTheSession() throws Exception {
        RunningCommand command = start(OutputListener.NONE);

        send(ended(17, 0));

        String reason = "the session on the agent agent1 failed: the agent sent a report about the unknown command 17";
        assertUnknown(command, reason);
        assertEnded(reason);
    }

    @Test
    void negativeNumberOfACommandShouldEndTheSession() throws Exception {
        RunningCommand command = start(OutputListener.NONE);

        send(text(-1, 0, "x"));

        assertUnknown(command, "the unknown command -1");
    }

    @Test
    void outputAfterTheEndShouldEndTheSessionAndKeepTheResult() throws Exception {
        StringBuffer received = new StringBuffer();
        RunningCommand first = start((stream, text) -> received.append(text));
        RunningCommand second = start(OutputListener.NONE);

        send(ended(FIRST, 3), text(FIRST, 0, "late\n"));

        assertUnknown(second, "a report about command 0 after its end");
        assertThat(first.result().join().exitCode()).isEqualTo(3);
        assertThat(received).isEmpty();
    }

    @Test
    void secondEndShouldEndTheSessionAndKeepTheResult() throws Exception {
        RunningCommand first = start(OutputListener.NONE);
        RunningCommand second = start(OutputListener.NONE);

        send(ended(FIRST, 3), ended(FIRST, 0));

        assertUnknown(second, "a report about command 0 after its end");
        assertThat(first.result().join().exitCode()).isEqualTo(3);
    }

    @Test
    void endlessOutputShouldEndTheSession() throws Exception {
        RunningCommand command = start((stream, text) -> {});
        String piece = "x".repeat(Report.Text.LONGEST);

        for (int i = 0; i < 100 && !command.result().isDone(); i++) {
            try {
                send(text(FIRST, (long) i * piece.length(), piece));
            } catch (IOException e) {
                break;
            }
        }

        assertUnknown(command, "the agent sent more ");
    }

    @Test
    void malformedFrameShouldEndTheSession() throws Exception {
        RunningCommand command = start(OutputListener.NONE);

        assertThatThrownBy(() -> reports.write(new byte[] {0, 0, 0, 1, 99})).isInstanceOf(IOException.class);

        assertUnknown(command, "the agent sent a report of the unknown type 99");
        assertThatThrownBy(() -> send(ended(FIRST, 0))).hasMessage("the stream has ended");
    }

    @Test
    void endlessFrameShouldEndTheSession() {
        RunningCommand command = start(OutputListener.NONE);

        assertThatThrownBy(() -> reports.write(
                        ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array()))
                .isInstanceOf(IOException.class);

        assertUnknown(command, "the agent sent a frame with a length of 2147483647");
    }

    @Test
    void reportsBeyondTheWindowShouldEndTheSessionWhileAListenerBlocks() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        RunningCommand command = start((stream, text) -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        send(text(FIRST, 0, "first"));

        byte[] flood = Reports.FRAMING.frames(Collections.nCopies(20, text(FIRST, 0, "x".repeat(Report.Text.LONGEST))));
        for (int i = 0; i < 5; i++) {
            reports.write(flood);
        }
        release.countDown();

        assertUnknown(command, "the agent sent more reports than it was permitted to send");
    }

    @Test
    void closedSessionShouldHaveAReason() throws Exception {
        RunningCommand command = start(OutputListener.NONE);

        reports.close();

        assertUnknown(command, "the session on the agent agent1 failed: the agent closed the session");
    }

    @Test
    void failureOfTheSessionOnTheAgentShouldHaveItsReason() throws Exception {
        RunningCommand command = start(OutputListener.NONE);

        send(new Report.Broken("no threads"));

        assertUnknown(command, "the session on the agent agent1 failed: no threads");
    }

    @Test
    void listenerErrorShouldEndTheRunWithAReason() throws Exception {
        RunningCommand command = start((stream, text) -> {
            throw new StackOverflowError("deep");
        });

        send(text(FIRST, 0, "x"));

        assertUnknown(command, "handling a report failed: java.lang.StackOverflowError: deep");
    }

    @Test
    void silentAgentShouldNotDelayAKill() {
        RunningCommand command = start(OutputListener.NONE);

        command.kill();

        assertUnknown(command, "the agent agent1 did not report its end within 0 s after the order to end it");
    }

    @Test
    void silentAgentShouldNotDelayTheTimeLimit() {
        RunningCommand command =
                runner.start(new Command(List.of("true"), Duration.ofMillis(100)), OutputListener.NONE);

        assertUnknown(command, "the agent agent1 did not report its end within 2 s after its start");
    }

    @Test
    void lateEndOfACommandThatIsNoLongerAwaitedShouldHaveNoEffect() throws Exception {
        RunningCommand command = start(OutputListener.NONE);
        command.kill();
        assertUnknown(command, "did not report its end");

        send(ended(FIRST, 0));

        RunningCommand next = start(OutputListener.NONE);
        send(ended(1, 5));
        assertThat(next.result().get(20, TimeUnit.SECONDS))
                .extracting(CommandResult::exitCode)
                .isEqualTo(5);
    }

    @Test
    void questionShouldNotWaitForASilentAgentAfterTheAbort() {
        runner.abandonAfter(Duration.ofMillis(200));

        assertThatThrownBy(() -> runner.programs().onPath("true"))
                .hasMessageContaining("did not end its commands within 0 s after the run was aborted");
    }
}
