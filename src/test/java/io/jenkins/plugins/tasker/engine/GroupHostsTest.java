package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupHostsTest {

    @Test
    @DisplayName("19.8 the hosts of a group are named in list order, each once, by the outcome of their tasks")
    void hosts() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1,2,3,4,5,6;max_parallel=1;max_fail=1;on_failure=9",
                        "1 exit 0;hostname=web2",
                        "2 exit 1;hostname=web1",
                        "3 exit 0;hostname=web3;condition=false",
                        "4 timeout;hostname=web2",
                        "5 exit 0;hostname=web1",
                        "6 exit 0;hostname=db1",
                        "9 out all @0_hosts@ good @0_success_hosts@ bad @0_failed_hosts@ late @0_timeout_hosts@",
                        "10 out skipped @0_skipped_hosts@ open @0_notstarted_hosts@ @0_notstarted_count@")
                .run();
        assertThat(flow.commandLine(9)).isEqualTo("out all web2,web1,web3,db1 good web2 bad web1,web2 late web2");
        assertThat(flow.commandLine(10)).isEqualTo("out skipped web3 open web1,db1 2");
    }

    @Test
    @DisplayName("19.8 the hosts of a branch are those of the tasks that it lists")
    void branch() {
        Flow flow = Flow.of(
                        "0;type=conditional;condition=true;if_true_tasks=1;if_false_tasks=2",
                        "1 exit 0;hostname=web1",
                        "2 exit 0;hostname=web2",
                        "9 out @0_hosts@")
                .run();
        assertThat(flow.commandLine(9)).isEqualTo("out web1");
    }
}
