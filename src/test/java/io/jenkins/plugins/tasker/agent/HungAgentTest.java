package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.command.RunningCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An agent that is connected and reads nothing, as one whose JVM is stopped. */
@Timeout(60)
class HungAgentTest extends RunsOnAgent {

    private RunningCommand sleeping() throws Exception {
        CountDownLatch up = new CountDownLatch(1);
        RunningCommand command = start((stream, text) -> up.countDown(), "sh", "-c", "echo up; exec sleep 20");
        up.await();
        return command;
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
                        .get(10, TimeUnit.SECONDS))
                .contains(reason);
        assertThat(run("true").stderr().head(500)).contains(reason);
    }

    @Test
    void stopShouldNotWaitForTheConnection() throws Exception {
        RunningCommand command = sleeping();
        agent.wire().hang();
        long start = System.nanoTime();

        for (int i = 0; i < 10_000; i++) {
            command.terminate();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void closeShouldNotWaitLongerThanItsLimit() throws Exception {
        sleeping();
        agent.wire().hang();
        long start = System.nanoTime();

        runner.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void interruptShouldEndTheWaitForASession() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        AgentConnector hung = new AgentConnector() {
            @Override
            public String name() {
                return "agent1";
            }

            @Override
            public Optional<VirtualChannel> channel() {
                return agent.channel();
            }

            @Override
            public OutputStream open(VirtualChannel channel, OutputStream reports)
                    throws IOException, InterruptedException {
                opening.countDown();
                answer.await();
                return agent.open(channel, reports);
            }
        };
        int before = agent.wire().openStreams();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                new AgentCommandRunner(
                        hung,
                        SessionLimits.standard(Duration.ofSeconds(30)),
                        text -> {},
                        new ShownOutputLog(temporary.resolve("shown")));
            } catch (Throwable e) {
                failure.complete(e);
            }
        });
        thread.start();
        opening.await();

        thread.interrupt();

        assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        answer.countDown();
        // the late session ends at once
        while (agent.wire().openStreams() != before) {
            Thread.sleep(10);
        }
    }
}
