package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.ResultName;
import io.jenkins.plugins.tasker.text.Level;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FanOutTest {

    @Test
    @DisplayName("19.1, 19.11 the command runs once on each host, with labels that name it")
    void eachHost() {
        Flow flow = Flow.of("0;hostnames=web[01-03],db1;command=out;arguments=@host@;max_parallel=1")
                .run();
        assertThat(flow.executed()).isEqualTo("0@web01 0@web02 0@web03 0@db1");
        assertThat(flow.runner.started.get(1).argv()).contains("web02");
        assertThat(flow.exitCode()).isZero();
    }

    @Test
    @DisplayName("19.5 @host@ is the name of the host, one word and never code")
    void host() {
        Flow flow = Flow.of("0;hostnames=web1,web2;command=out;arguments=\"I am @host@\" @host@;success=stdout~@host@")
                .run();
        assertThat(flow.runner.started.get(1).argv()).containsExactly("out", "I am web2", "web2");
        assertThat(flow.exitCode()).isZero();
    }

    @Test
    @DisplayName("19.5 @N_host_stdout@ is the result that fan-out task N has on the same host")
    void sameHost() {
        Flow flow = Flow.of(
                        "0;hostnames=a,b;command=out;arguments=from-@host@;max_parallel=1",
                        "1;hostnames=b,a;command=out;arguments=@0_host_stdout@ @0_host_exit_code@ @0_HOST_SUCCESS@;max_parallel=1")
                .run();
        assertThat(flow.runner.started.get(2).argv()).containsExactly("out", "from-b", "0", "true");
        assertThat(flow.runner.started.get(3).argv()).containsExactly("out", "from-a", "0", "true");
    }

    @Test
    @DisplayName("19.5 a name with other characters is 126 for its member only")
    void unacceptableName() {
        Flow flow = Flow.of(
                        "0 out good,b$d,-o,fine", "1;hostnames=@0_stdout@;command=exit;arguments=0;next=any_success")
                .run();
        assertThat(flow.runner.started).hasSize(3);
        assertThat(flow.result(1).stdout()).isEqualTo("Parallel execution: 2/4 successful, 2 failed");
        assertThat(flow.result(1).value(ResultName.FAILED_HOSTS)).contains("b$d,-o");
    }

    @Test
    @DisplayName("19.6 a condition with @host@ skips hosts, any other the task")
    void conditions() {
        Flow flow = Flow.of(
                        "0;hostnames=web1,web2,db1;command=exit;arguments=0;condition=@host@~web",
                        "1;hostnames=web1,web2;command=exit;arguments=0;condition=@0_exit_code@=1")
                .run();
        assertThat(flow.executed()).isEqualTo("0@web1 0@web2");
        assertThat(flow.skipped()).isEqualTo("0@db1 1");
        assertThat(flow.result(0).stdout()).isEqualTo("Parallel execution: 2/3 successful, 1 skipped");
    }

    @Test
    @DisplayName("19.7 without next every host must succeed; max_parallel is 64 by default")
    void defaults() {
        Flow flow = Flow.of("0;hostnames=h[1-100];command=slow", "1 exit 0").run();
        assertThat(flow.runner.mostAtOnce()).isLessThanOrEqualTo(64);
        assertThat(flow.events.stream().filter(RunEvent.GroupStarted.class::isInstance))
                .allMatch(event -> ((RunEvent.GroupStarted) event).maxParallel() == 64);
        Flow failed =
                Flow.of("0;hostnames=a,b;command=exit;arguments=1", "1 exit 0").run();
        assertThat(failed.exitCode()).isEqualTo(14);
    }

    @Test
    @DisplayName("19.7 retries, repetitions and their labels")
    void labels() {
        Flow flow = Flow.of(
                        "0;hostnames=a;command=fail-times;arguments=1;retry_failed=true;retry_count=2;retry_delay=0;loop=1")
                .run();
        assertThat(flow.executed()).isEqualTo("0@a 0@a#1 0.1@a");
    }

    @Test
    @DisplayName("19.7 timeout limits each command, and the group has no limit")
    void timeout() {
        Flow flow =
                Flow.of("0;hostnames=a,b;command=exit;arguments=0;timeout=77").run();
        assertThat(flow.runner.started).allMatch(command -> command.timeLimit().toSeconds() == 77);
        assertThat(flow.events.stream().filter(RunEvent.GroupStarted.class::isInstance))
                .allMatch(event -> ((RunEvent.GroupStarted) event).timeLimit().isEmpty());
    }

    @Test
    @DisplayName("19.8 counts and lists of hosts")
    void results() {
        Flow flow = Flow.of(
                        "0;hostnames=a,b,c;command=exit;arguments=0;success=@host@!=b;next=always",
                        "1 out @0_failed_hosts@ @0_success_hosts@ @0_hosts@ @0_failed_count@ @0_hostname@")
                .run();
        assertThat(flow.commandLine(1)).isEqualTo("out b a,c a,b,c 1 parallel");
    }

    @Test
    @DisplayName(
            "19.3 hosts from a result; an unresolved one does not start the task, and group tests are not satisfied")
    void resultsInTheList() {
        Flow flow = Flow.of(
                        "0 out a,b c",
                        "1;hostnames=x,@0_stdout@,!b;command=exit;arguments=0;max_parallel=1",
                        "2;hostnames=@7_stdout@;command=exit;arguments=0;next=all_success|any_success|max_failed=9;on_failure=9",
                        "7 exit 0",
                        "9 out @2_exit_code@")
                .run();
        assertThat(flow.executed()).isEqualTo("0 1@x 1@a 1@c 9");
        assertThat(flow.commandLine(9)).isEqualTo("out 126");
        assertThat(flow.notes(Level.ERROR)).containsExactly("not started: no value for @7_stdout@ in 'hostnames'");
    }

    @Test
    @DisplayName("19.3 a list that is empty only at run time is successful, with WARN")
    void emptyList() {
        Flow flow = Flow.of("0 exit 0", "1;hostnames=@0_stdout@;command=exit;arguments=0", "2 out @1_total_count@")
                .run();
        assertThat(flow.commandLine(2)).isEqualTo("out 0");
        assertThat(flow.notes(Level.WARN)).containsExactly("the list of hosts is empty");
    }

    @Test
    @DisplayName("19.12 equal results are logged once, largest group first")
    void equalResults() {
        Flow flow = Flow.of("0;hostnames=web[01-03],db1;command=out;arguments=active;success=@host@!=db1;next=always")
                .run();
        assertThat(flow.notes(Level.INFO))
                .containsExactly(
                        "3 hosts web[01-03]: exit code 0: active", "1 host db1: exit code 0, not successful: active");
    }

    @Test
    @DisplayName("19.10 the hosts that were not started are named")
    void budget() {
        Flow flow = Flow.of(
                        "0;hostnames=h[1-5];command=exit;arguments=1;batch=1,2;max_fail=2;on_failure=9",
                        "9 out @0_notstarted_hosts@ @0_notstarted_count@ @0_host_exit_code@")
                .run();
        assertThat(flow.executed()).isEqualTo("0@h1 0@h2 0@h3 9");
        assertThat(flow.commandLine(9)).startsWith("out h4,h5 2");
        assertThat(flow.notes(Level.INFO)).contains("2 hosts h[4-5]: not started");
    }

    @Test
    @DisplayName("19.1 a dry run shows the command of each host")
    void dryRun() {
        Flow flow = Flow.of("0;hostnames=a,b;exec=ssh;command=uptime;arguments=@host@")
                .dry()
                .run();
        List<String> lines = flow.events.stream()
                .filter(RunEvent.TaskStarted.class::isInstance)
                .map(event -> ((RunEvent.TaskStarted) event).commandLine())
                .toList();
        assertThat(lines).containsExactly("ssh -o BatchMode=yes a uptime a", "ssh -o BatchMode=yes b uptime b");
        assertThat(flow.runner.started).isEmpty();
    }

    @Test
    @DisplayName("18.2 a failure on a host that no field uses is an unhandled failure of the fan-out task")
    void unhandled() {
        Flow flow = Flow.of("0;hostnames=a,b;command=exit;arguments=1;loop=1", "1 exit 0")
                .run();
        assertThat(flow.exitCode()).isZero();
        assertThat(flow.unhandledFailures()).isEqualTo("0");
    }
}
