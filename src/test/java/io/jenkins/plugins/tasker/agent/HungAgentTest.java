package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.RunningCommand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An agent that is connected and reads nothing, as one whose JVM is stopped. A call that waits for it would never return. */
@Timeout(300)
class HungAgentTest extends RunsOnAgent {

    private static final Duration LONG = Duration.ofMinutes(10);

    /** Starts a command, and waits until its output has arrived. */
    private RunningCommand sleeping() {
        CompletableFuture<String> up = new CompletableFuture<>();
        Command command = new Command("1.0", List.of("sh", "-c", "echo up; exec sleep 600"), LONG, Map.of(), "");
        RunningCommand running = runner.start(command, (stream, text) -> up.complete(text));
        running.result().whenComplete((end, failure) -> up.complete("ended with " + end + ", " + failure));
        assertThat(up.join()).isEqualTo("up\n");
        return running;
    }

    @Test
    void abortShouldEndTheWaitForAllCommands() throws Exception {
        RunningCommand command = sleeping();
        agent.wire().hang();

        command.kill();
        runner.abandonAfter(Duration.ofMillis(300));

        String reason = "the agent agent1 did not end its commands within 0 s after the run was aborted";
        assertThat(command.result()
                        .handle((end, failure) -> end + " " + failure)
                        .get())
                .contains(reason);
        assertThat(run("true").stderr().head(500)).contains(reason);
    }

    @Test
    void stopShouldNotWaitForTheConnection() {
        RunningCommand command = sleeping();
        agent.wire().hang();

        for (int i = 0; i < 10_000; i++) {
            command.terminate();
        }

        assertThat(command.result()).isNotDone();
    }

    @Test
    void closeShouldEndWithoutAnAnswer() {
        RunningCommand command = sleeping();
        agent.wire().hang();

        runner.close();

        assertThat(command.result()).isCompletedExceptionally();
    }

    @Test
    void interruptShouldEndTheWaitForASession() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        AgentConnector hung = connector(() -> {
            opening.countDown();
            answer.await();
        });
        int before = agent.wire().openStreams();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                runner(hung);
            } catch (Throwable e) {
                failure.complete(e);
            }
        });
        thread.start();
        opening.await();

        thread.interrupt();

        assertThat(failure.get()).isInstanceOf(InterruptedException.class);
        answer.countDown();
        // the late session ends at once
        while (agent.wire().openStreams() != before) {
            Thread.sleep(10);
        }
    }
}
