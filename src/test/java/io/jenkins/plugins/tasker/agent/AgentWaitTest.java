package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AgentWaitTest {

    private final AgentWait wait = new AgentWait();
    private final AtomicInteger probes = new AtomicInteger();

    private Optional<String> foundAtProbe(int number) {
        return probes.incrementAndGet() < number ? Optional.empty() : Optional.of("agent1");
    }

    @Test
    void agentShouldBeFoundByALaterProbe() throws Exception {
        assertThat(wait.poll(Duration.ofSeconds(30), () -> foundAtProbe(3))).contains("agent1");
        assertThat(probes).hasValue(3);
    }

    @Test
    void zeroTimeoutShouldProbeOnce() throws Exception {
        assertThat(wait.poll(Duration.ZERO, () -> foundAtProbe(2))).isEmpty();
        assertThat(probes).hasValue(1);
    }

    @Test
    void waitShouldEndAtItsTimeout() throws Exception {
        assertThat(wait.poll(Duration.ofMillis(300), Optional::empty)).isEmpty();
        assertThat(wait.isCancelled()).isFalse();
    }

    @Test
    void cancelShouldEndAWaitAtOnce() throws Exception {
        Thread cancelling = new Thread(wait::cancel);
        cancelling.start();

        assertThat(wait.poll(Duration.ofDays(1), Optional::empty)).isEmpty();
        assertThat(wait.isCancelled()).isTrue();
    }

    @Test
    void cancelledWaitShouldStillProbeOnce() throws Exception {
        wait.cancel();

        assertThat(wait.poll(Duration.ofDays(1), () -> foundAtProbe(1))).contains("agent1");
    }
}
