package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Any mix of waves, budget, retries, failures and interrupts. */
class FanOutPropertiesTest {

    @Provide
    Arbitrary<String> settings() {
        Arbitrary<String> batch = Arbitraries.of("", ";batch=1", ";batch=1,30%", ";batch=50%,2", ";batch=100%");
        Arbitrary<String> budget = Arbitraries.of("", ";max_fail=0", ";max_fail=2", ";max_fail=25%", ";fail_fast=true");
        Arbitrary<String> retries = Arbitraries.of("", ";retry_failed=true;retry_count=2;retry_delay=0");
        Arbitrary<String> parallel = Arbitraries.of("", ";max_parallel=1", ";max_parallel=3");
        Arbitrary<String> success =
                Arbitraries.of("", ";success=@host@!~3", ";success=@host@~7", ";success=false", ";condition=@host@!~5");
        return batch.flatMap(b ->
                budget.flatMap(m -> retries.flatMap(r -> parallel.flatMap(p -> success.map(s -> b + m + r + p + s)))));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("19.7 to 19.10 counts, host lists and events of a fan-out agree, and no host runs twice at once")
    void countsAgree(
            @ForAll("settings") String settings,
            @ForAll @IntRange(min = 1, max = 40) int hosts,
            @ForAll @IntRange(max = 300) int interruptAt) {
        int[] events = new int[1];
        Set<String> running = new HashSet<>();
        Flow flow = Flow.of(
                        "0;hostnames=h[01-" + String.format("%02d", hosts) + "];command=out;arguments=x" + settings
                                + ";on_failure=9",
                        "1 out @0_hosts@",
                        "9 out @0_hosts@")
                .watchedBy((engine, event) -> {
                    if (++events[0] == interruptAt) {
                        engine.interrupt(Interrupt.ABORT);
                    }
                    if (event instanceof RunEvent.TaskStarted started
                            && started.task().isOnHost()) {
                        assertThat(running.add(started.task().host()))
                                .as("twice at once: " + event)
                                .isTrue();
                    } else if (event instanceof RunEvent.TaskEnded ended
                            && ended.task().isOnHost()) {
                        running.remove(ended.task().host());
                    }
                })
                .run();
        assertThat(running).isEmpty();
        TaskResult result = flow.result(0);
        if (result == null) {
            return; // Interrupted before the group ended.
        }
        GroupCounts counts = flow.events.stream()
                .filter(event -> event instanceof RunEvent.TaskEnded ended
                        && !ended.task().isOnHost())
                .map(event -> ((RunEvent.TaskEnded) event).result())
                .flatMap(ended -> ended.counts().stream())
                .findFirst()
                .orElseThrow();
        assertThat(counts.total()).isEqualTo(hosts);
        assertThat(counts.success()).isEqualTo(last(flow, TaskStatus.SUCCESS));
        assertThat(counts.failed()).isEqualTo(last(flow, TaskStatus.FAILED));
        assertThat(counts.skipped()).isEqualTo((int) flow.events.stream()
                .filter(RunEvent.TaskSkipped.class::isInstance)
                .count());
        assertThat(counts.notStarted()).isEqualTo(hosts - counts.success() - counts.failed() - counts.skipped());
        assertWaves(flow.events, hosts);
    }

    private static int last(Flow flow, TaskStatus status) {
        return (int) flow.events.stream()
                .filter(event -> event instanceof RunEvent.TaskEnded ended
                        && ended.task().isOnHost()
                        && !ended.retried()
                        && ended.result().status() == status)
                .map(event -> ((RunEvent.TaskEnded) event).task().host())
                .distinct()
                .count();
    }

    private static void assertWaves(List<RunEvent> events, int hosts) {
        int end = 0;
        for (RunEvent event : events) {
            if (event instanceof RunEvent.WaveStarted wave) {
                assertThat(wave.first()).isEqualTo(end);
                end += wave.members();
            } else if (event instanceof RunEvent.TaskStarted started
                    && started.task().isOnHost()
                    && end > 0) {
                assertThat(started.task().position()).isLessThan(end);
            }
        }
        assertThat(end).isLessThanOrEqualTo(hosts);
    }
}
