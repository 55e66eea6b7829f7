package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every session is opened once and closed once, and releases what it has exported. */
@Timeout(120)
class SessionEndTest extends RunsOnAgent {

    private void awaitStreams(int expected) throws InterruptedException {
        while (agent.wire().openStreams() != expected) {
            Thread.sleep(5);
        }
    }

    /** A new run has a directory of its own; these runs share one, which the agent deletes after the end of a session. */
    private void awaitDeletedControlDirectory() throws InterruptedException {
        while (Files.exists(control)) {
            Thread.sleep(5);
        }
    }

    @Test
    void hundredRunsShouldLeaveNoStreamOpen() throws Exception {
        runner.close();
        awaitStreams(0);
        for (int i = 0; i < 100; i++) {
            runner = runner(Duration.ofSeconds(30));
            assertThat(agent.wire().openStreams()).isEqualTo(2);
            assertThat(run("sh", "-c", "head -c 100000 /dev/zero").stdout().contains("x"))
                    .isFalse();
            runner.close();
            awaitDeletedControlDirectory();
        }
        awaitStreams(0);
    }

    @Test
    void sessionThatFailsShouldLeaveNoStreamOpen() throws Exception {
        RunningCommand command = start(
                (stream, text) -> {
                    throw new StackOverflowError("deep");
                },
                "echo",
                "x");
        while (!command.result().isDone()) {
            Thread.sleep(5);
        }

        awaitStreams(0);
    }

    @Test
    void sessionThatOpensAfterTheEndOfTheRunShouldEndAtOnce() throws Exception {
        CountDownLatch opening = new CountDownLatch(2);
        CountDownLatch answer = new CountDownLatch(1);
        runner.close();
        runner = runner(connector(() -> {
            opening.countDown();
            if (opening.getCount() == 0) {
                answer.await();
            }
        }));
        agent.disconnect();
        agent.connect();
        runner.onLost();
        opening.await();

        runner.close();
        answer.countDown();

        while (agent.wire().openedStreams() < 2) {
            Thread.onSpinWait();
        }
        awaitStreams(0);
    }

    @Test
    void orderAfterTheEndShouldStartNothing() throws Exception {
        runner.close();

        assertThat(start(OutputListener.NONE, "touch", "started").result().get().exitCode())
                .isEqualTo(126);
        assertThat(workspace.resolve("started")).doesNotExist();
    }
}
