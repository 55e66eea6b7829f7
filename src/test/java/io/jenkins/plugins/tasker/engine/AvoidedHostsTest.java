package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.ResultName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AvoidedHostsTest {

    private static final Map<String, String> DEAD = Map.of("web2", "no answer to a ping within 5 s");

    @Test
    @DisplayName(
            "14.7 the member on a host that failed host validation is not started, failed with 126, and not retried")
    void notStarted() {
        Flow flow = Flow.of(
                        "0;hostnames=web[1-3];command=exit;arguments=0;next=min_success=2;retry_failed=true;retry_count=3",
                        "1 out @0_failed_hosts@ @0_failed_count@",
                        "2;hostnames=web2;command=exit;arguments=0;next=always",
                        "3 out @2_failed_hosts@")
                .avoiding(DEAD)
                .run();
        assertThat(flow.runner.started).hasSize(4);
        RunEvent.TaskEnded member = flow.events.stream()
                .filter(event -> event instanceof RunEvent.TaskEnded ended
                        && ended.task().host().equals("web2"))
                .map(RunEvent.TaskEnded.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(member.result().exitCode()).isEqualTo(126);
        assertThat(member.result().stderr())
                .isEqualTo("not started: host validation failed: no answer to a ping within 5 s");
        assertThat(member.retried()).isFalse();
        assertThat(flow.commandLine(1)).isEqualTo("out web2 1");
        assertThat(flow.commandLine(3)).isEqualTo("out web2");
        assertThat(flow.result(0).value(ResultName.SUCCESS_HOSTS)).contains("web1,web3");
    }

    @Test
    @DisplayName("14.7 it counts for max_fail")
    void budget() {
        Flow flow = Flow.of("0;hostnames=web[1-4];command=exit;arguments=0;max_fail=0;max_parallel=1")
                .avoiding(DEAD)
                .run();
        assertThat(flow.runner.started).hasSize(1);
        assertThat(flow.exitCode()).isEqualTo(14);
    }

    @Test
    @DisplayName("14.7 a run that continues after any event avoids the recorded hosts, without validating them again")
    void continued() {
        String[] tasks = {
            "0;hostnames=web[1-3];command=exit;arguments=0;next=always",
            "1;hostnames=web[2-3];command=exit;arguments=0;next=any_success"
        };
        List<RunEvent> all =
                Flow.of(tasks).on(new EngineHarness()).avoiding(DEAD).run().events;
        int plan = 1
                + all.indexOf(all.stream()
                        .filter(RunEvent.WorkflowPlanned.class::isInstance)
                        .findFirst()
                        .orElseThrow());
        for (int cut = plan; cut < all.size(); cut++) {
            List<RunEvent> before = all.subList(0, cut).stream()
                    .filter(event -> !(event instanceof RunEvent.CommandEnded))
                    .toList();
            Flow rest =
                    Flow.of(tasks).on(new EngineHarness()).continuing(before).run();
            assertThat(rest.exitCode()).as("after event " + cut).isZero();
            List<Integer> codes = Stream.concat(before.stream(), rest.events.stream())
                    .filter(event -> event instanceof RunEvent.TaskEnded ended
                            && ended.task().host().equals("web2"))
                    .map(event -> ((RunEvent.TaskEnded) event).result().exitCode())
                    .toList();
            assertThat(codes).as("after event " + cut).containsExactly(126, 126);
        }
    }

    @Test
    @DisplayName("14.7 a record of a run without such hosts has no event about them")
    void nothingToAvoid() {
        assertThat(Flow.of("0;hostnames=web1;command=exit;arguments=0").run().events)
                .noneMatch(RunEvent.HostsAvoided.class::isInstance);
    }
}
