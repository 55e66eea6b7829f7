package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.FakePrograms;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NodeTypesTest {

    private static final ExecutionTypes TYPES = ExecutionTypes.builtIn().with(List.of(ExecutionType.onNodes("agent")));

    private final FakeHosts network = new FakeHosts();
    private final Map<String, NodeTypes.Refusal> refused = Map.of(
            "missing1", new NodeTypes.Refusal(HostFailure.NAME, "there is no node of this name"),
            "gone1", new NodeTypes.Refusal(HostFailure.PING, "it is offline"),
            "secret1", new NodeTypes.Refusal(HostFailure.CONNECTION, "the build may not use it"));

    @Test
    @DisplayName("5.13 Nodes are neither resolved nor pinged")
    void nodesAreNotTestedOnTheNetwork() throws Exception {
        HostValidation result = validate("unknown1", "agent");

        assertThat(result.isPassed()).isTrue();
        assertThat(network.lookups).isEmpty();
        assertThat(network.commands).isEmpty();
    }

    @Test
    @DisplayName("5.13, 14.5 Every node that cannot be used is named, with 21, 60 or 61")
    void everyUnusableNodeIsNamed() throws Exception {
        HostValidation result = validator()
                .validate(
                        workflow(task(0, "missing1", "agent")
                                + task(1, "gone1", "agent")
                                + task(2, "secret1", "agent")
                                + task(3, "web1", "agent")),
                        HostValidationOptions.of(TaskDefaults.STANDARD, Checks.STANDARD, RunMode.REAL_RUN));

        assertThat(result.failures().stream().map(HostFailure::toString))
                .containsExactly(
                        "Node missing1: there is no node of this name [21]",
                        "Node gone1: it is offline [60]",
                        "Node secret1: the build may not use it [61]");
        assertThat(result.exitCode()).isEqualTo(61);
        assertThat(result.counts()).isEqualTo(new HostCounts(4, 3, 2));
    }

    @Test
    @DisplayName("14.1 A name that is both a node and a host is tested as both")
    void nameOfBothIsTestedAsBoth() throws Exception {
        HostValidation result = validator()
                .validate(
                        workflow(task(0, "gone1", "agent") + task(1, "gone1", "pbrun")),
                        HostValidationOptions.of(TaskDefaults.STANDARD, Checks.STANDARD, RunMode.REAL_RUN));

        assertThat(network.lookups).containsExactly("gone1");
        assertThat(result.failures()).hasToString("[Node gone1: it is offline [60]]");
    }

    @Test
    @DisplayName("5.9 Blanks are accepted in names of nodes only")
    void blanksAreAcceptedForNodesOnly() {
        assertThat(findings("linux && db", "agent")).isEmpty();
        assertThat(findings("linux && db", "pbrun")).containsExactly(FindingCode.E09);
        assertThat(findings("-node", "agent")).containsExactly(FindingCode.E09);
    }

    private static List<FindingCode> findings(String host, String type) {
        TaskFile file = TaskFileParser.parse(task(0, host, type));
        return TaskFileValidator.validate(
                        file,
                        new OptionsBuilder(TYPES, "pbrun")
                                .programs(FakePrograms.with("pbrun"))
                                .build())
                .stream()
                .map(Finding::code)
                .toList();
    }

    private HostValidation validate(String host, String type) throws Exception {
        return validator()
                .validate(
                        workflow(task(0, host, type)),
                        HostValidationOptions.of(TaskDefaults.STANDARD, Checks.STANDARD, RunMode.REAL_RUN));
    }

    private HostValidator validator() {
        return new HostValidator(
                TYPES,
                network,
                FakePrograms.with("ping", "pbrun"),
                network,
                name -> Optional.ofNullable(refused.get(name)));
    }

    private static Workflow workflow(String text) {
        return Workflow.of(TaskFileParser.parse(text), Map.of());
    }

    private static String task(int id, String host, String type) {
        return "task=" + id + "\nhostname=" + host + "\ncommand=c\nexec=" + type + "\n";
    }
}
