package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.FakePrograms;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ToleratedHostsTest {

    private final FakeHosts network = new FakeHosts();

    private HostValidation validate(String text) throws Exception {
        return validate(text, HostValidationOptions.of(TaskDefaults.STANDARD, Checks.STANDARD, RunMode.REAL_RUN), 200);
    }

    private HostValidation validate(String text, HostValidationOptions options, int millis) throws Exception {
        Duration limit = Duration.ofMillis(millis);
        HostLimits limits = new HostLimits(limit, limit, limit, HostLimits.STANDARD.atOnce());
        return new HostValidator(
                        ExecutionTypes.builtIn(),
                        network,
                        FakePrograms.with("ping", "pbrun", "ssh"),
                        network,
                        NodeTypes.NONE,
                        limits)
                .validate(Workflow.of(TaskFileParser.parse(text), Map.of()), options);
    }

    private static String fanOut(String fields) {
        return "task=0\nhostnames=web1,silent1,unknown1\ncommand=true\n" + fields + "\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max_fail=2",
                "max_fail=0",
                "next=always",
                "next=never",
                "loop=2",
                "next=any_success",
                "next=min_success=1",
                "next=majority_success",
                "next=max_failed=1",
                "next=all_success|any_success",
                "next=NOT all_success",
                "next=exit_1",
                "next=exit_not_0",
                "next=stdout~successful"
            })
    @DisplayName(
            "14.7 failing hosts of a fan-out task stop no run if the task has max_fail, or a next that allows failures")
    void tolerated(String fields) throws Exception {
        HostValidation result = validate(fanOut(fields));
        assertThat(result.isPassed()).isTrue();
        assertThat(result.exitCode()).isZero();
        assertThat(result.avoided()).containsOnlyKeys("silent1", "unknown1");
        assertThat(result.lines().stream().map(ReportLine::toString))
                .containsExactly(
                        "[WARN] Host silent1: no answer to a ping within 200 ms [60]; fan-out tasks do not start there (exit code 126)",
                        "[WARN] Host unknown1: the name does not resolve: not known to anyone [21]; fan-out tasks do not start there (exit code 126)",
                        "[INFO] Host validation passed (3 hosts, of which 2 failed)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "next=all_success",
                "next=success",
                "next=exit_0",
                "next=max_failed=0",
                "next=all_success&any_success",
                "next=NOT exit_1",
                "next=false",
                "fail_fast=true",
                "on_failure=7"
            })
    @DisplayName("14.7 they stop it if every host must succeed")
    void needed(String fields) throws Exception {
        HostValidation result = validate(fanOut(fields));
        assertThat(result.exitCode()).isEqualTo(60);
        assertThat(result.failures()).hasSize(2);
        assertThat(result.avoided()).isEmpty();
    }

    @Test
    @DisplayName("14.7 a host that another task needs stops the run")
    void alsoNeeded() throws Exception {
        HostValidation result = validate(fanOut("next=always") + "task=1\nhostname=silent1\ncommand=true\n");
        assertThat(result.failures()).hasToString("[Host silent1: no answer to a ping within 200 ms [60]]");
        assertThat(result.avoided()).containsOnlyKeys("unknown1");
    }

    @Test
    @DisplayName("14.7 hosts that keep their results with --only-failed are not tested")
    void kept() throws Exception {
        HostValidationOptions options = HostValidationOptions.of(
                        TaskDefaults.STANDARD, Checks.STANDARD, RunMode.REAL_RUN)
                .withHosts(HostSources.none(), (task, host) -> !host.equals("silent1"));
        validate(fanOut("next=always"), options, 200);
        assertThat(network.lookups).containsExactlyInAnyOrder("web1", "unknown1");
    }

    @Test
    @DisplayName("14.7 at most 64 hosts are tested at once")
    void atOnce() throws Exception {
        HostValidation result = validate(
                "task=0\nhostnames=hanging[1-100]\ncommand=true\nnext=always\n",
                HostValidationOptions.of(TaskDefaults.STANDARD, Checks.STANDARD, RunMode.REAL_RUN),
                500);
        assertThat(result.avoided()).hasSize(100);
        assertThat(HostLimits.STANDARD.atOnce()).isEqualTo(64);
        // A lookup whose time is over may still end while the next one starts.
        assertThat(network.mostAtOnce).hasValueBetween(64, 128);
    }
}
