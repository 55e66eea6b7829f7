package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ManyHostsTest {

    @Test
    @DisplayName("19.3 a list of 10,000 hosts is parsed, validated and planned in time that grows linearly")
    void growth() {
        validate(10_000);
        long few = fastest(1_000);
        long many = fastest(10_000);
        assertThat(many).as("10 times the hosts of " + few + " ns").isLessThan(40 * Math.max(few, 1_000_000));
        assertThat(many).isLessThan(1_000_000_000L);
    }

    private static long fastest(int hosts) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            validate(hosts);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }

    private static void validate(int hosts) {
        TaskFile file = TaskFileParser.parse("task=0\nhostnames=web[1-" + hosts + "]\ncommand=uptime\nbatch=1,10%\n");
        TaskFileValidation validation =
                TaskFileValidation.of(file, new OptionsBuilder(GoldenFile.TYPES, "pbrun").build());
        assertThat(validation.isPassed()).isTrue();
        Workflow workflow = Workflow.of(file, Map.of());
        assertThat(Plan.lines(workflow, workflow.start(), "pbrun", HostSources.none())
                        .get(0))
                .contains("(" + hosts + " hosts, ");
    }
}
