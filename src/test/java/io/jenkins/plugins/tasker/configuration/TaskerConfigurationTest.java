package io.jenkins.plugins.tasker.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.util.FormValidation;
import hudson.util.XStream2;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.journal.outputs.OutputLimits;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskerConfigurationTest {

    private final TaskerConfiguration configuration = new UnsavedConfiguration();

    @Test
    void builtInTypesShouldBeThereUnlisted() throws Exception {
        assertThat(configuration.types().names()).containsExactly("local", "pbrun", "p7s", "wwrs", "ssh", "agent");
        assertThat(configuration.credentialIds()).isEmpty();
    }

    @Test
    void typeOfNodesShouldStayWhatItIsWithACredentialAndBeReplacedByACommandLine() throws Exception {
        ExecutionTypeConfiguration agent = type("agent", "");
        agent.setCredentialsId("deploy");
        configure(agent);

        assertThat(configuration.types().find("agent").orElseThrow().onNode()).isTrue();
        configure(type("agent", "agentctl {hostname} {command} {arguments}"));
        assertThat(configuration.types().find("agent").orElseThrow().onNode()).isFalse();
    }

    @Test
    void listedTypeShouldBeAddedOrReplaceTheOneOfItsName() throws Exception {
        ExecutionTypeConfiguration added = type("sudo", "sudo -n {command} {arguments}");
        ExecutionTypeConfiguration replaced = type("ssh", "ssh -p 2222 {hostname} {command} {arguments}");
        replaced.setQuoting("posix");
        configure(added, replaced);

        assertThat(configuration.types().names()).contains("sudo", "pbrun");
        assertThat(configuration.types().find("ssh").orElseThrow().run()).hasToString(replaced.getRun());
    }

    @Test
    void builtInTypeShouldKeepItsTemplatesWhenItOnlyGetsACredential() throws Exception {
        ExecutionTypeConfiguration ssh = type("ssh", "");
        ssh.setCredentialsId(" deploy ");
        configure(ssh);

        assertThat(configuration.types().find("ssh"))
                .isEqualTo(ExecutionTypes.builtIn().find("ssh"));
        assertThat(configuration.credentialIds()).containsOnly(Map.entry("ssh", "deploy"));
    }

    @Test
    void builtInTypeShouldKeepWhatItIsNotGiven() throws Exception {
        ExecutionTypeConfiguration wwrs = type("wwrs", "");
        wwrs.setTest("wwrs_check {hostname}");
        configure(wwrs);

        ExecutionType builtIn = ExecutionTypes.builtIn().find("wwrs").orElseThrow();
        ExecutionType configured = configuration.types().find("wwrs").orElseThrow();
        assertThat(configured.test().orElseThrow()).hasToString("wwrs_check {hostname}");
        assertThat(configured.run()).isEqualTo(builtIn.run());
        assertThat(configured.fallback()).isEqualTo(builtIn.fallback());
    }

    @Test
    void typeThatIsSwitchedOffShouldNotBeThereAndBeNamedSo() throws Exception {
        ExecutionTypeConfiguration local = type(ExecutionType.LOCAL, "");
        local.setAllowed(false);
        local.setCredentialsId("deploy");
        configure(local);

        assertThat(configuration.types().find("local")).isEmpty();
        assertThat(configuration.types().choice())
                .isEqualTo("pbrun, p7s, wwrs, ssh, agent (switched off by the administrator: local)");
        assertThat(configuration.credentialIds()).isEmpty();
    }

    @Test
    void agentReconnectTimeoutShouldBeFifteenMinutesUnlessConfigured() {
        assertThat(configuration.agentReconnectTimeout()).isEqualTo(Duration.ofMinutes(15));

        configuration.setAgentReconnectTimeout(60);

        assertThat(configuration.agentReconnectTimeout()).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1441})
    void reconnectTimeoutOutsideItsRangeShouldBeRejected(int minutes) {
        assertThatThrownBy(() -> configuration.setAgentReconnectTimeout(minutes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'agentReconnectTimeout' of Tasker cannot be " + minutes
                        + ". Enter a whole number of minutes from 1 to 1440");
        assertThat(configuration.getAgentReconnectTimeout()).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({
        "defaultTimeout, -5, from 5 to 1000",
        "defaultTimeout, 4, from 5 to 1000",
        "defaultTimeout, 1001, from 5 to 1000",
        "maxTimeout, 3, from 5 to 3600",
        "maxTimeout, 3601, from 5 to 3600",
        "maxParallel, -1, 0 for no limit",
        "maxTasks, -1, 0 for no limit",
        "maxExecutions, -1, 0 for no limit",
        "maxRecordSize, -1, 0 for no limit",
        "agentReconnectTimeout, 0, from 1 to 1440"
    })
    @DisplayName("4.6 A number outside its range is refused when it is set, with the name of its field")
    void numberOutsideItsRangeIsRefused(String field, int value, String range) {
        TaskerConfiguration before = new UnsavedConfiguration();

        assertThatThrownBy(() -> set(field, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'" + field + "' of Tasker cannot be " + value, range);
        assertThat(configuration.limits()).isEqualTo(before.limits());
        assertThat(configuration.getDefaultTimeout()).isZero();
    }

    private void set(String field, int value) {
        switch (field) {
            case "defaultTimeout" -> configuration.setDefaultTimeout(value);
            case "maxTimeout" -> configuration.setMaxTimeout(value);
            case "maxParallel" -> configuration.setMaxParallel(value);
            case "maxTasks" -> configuration.setMaxTasks(value);
            case "maxExecutions" -> configuration.setMaxExecutions(value);
            case "maxRecordSize" -> configuration.setMaxRecordSize(value);
            default -> configuration.setAgentReconnectTimeout(value);
        }
    }

    @Test
    @DisplayName("16.14 Executions and record size are limited unless the administrator sets 0")
    void limitsOfARun() {
        assertThat(configuration.limits().run()).isEqualTo(new UpperLimits.RunSize(100_000, 500_000_000));

        configuration.setMaxExecutions(0);
        configuration.setMaxRecordSize(0);

        assertThat(configuration.limits().run()).isEqualTo(UpperLimits.RunSize.NONE);
    }

    @Test
    @DisplayName("19.4 a default inventory that cannot be read is rejected, with its line")
    void rejectsMalformedInventory() {
        configuration.setDefaultInventory("[web]\nweb1\n");

        assertThatThrownBy(() -> configuration.setDefaultInventory("[web]\nweb[1-\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("default inventory, line 2, column 4");
        assertThat(configuration.getDefaultInventory()).isEqualTo("[web]\nweb1\n");
    }

    @Test
    @DisplayName(
            "19.4 the form counts hosts and groups of the default inventory, and names the line that cannot be read")
    void checksInventory() {
        assertThat(DefaultInventory.check("mail\n[web]\nweb[01:20]\n[db]\ndb1\n"))
                .returns(FormValidation.Kind.OK, validation -> validation.kind)
                .hasMessage("Hosts: 22, groups: 2");
        assertThat(DefaultInventory.check("web1 ansible_host=10.0.0.1"))
                .returns(FormValidation.Kind.WARNING, validation -> validation.kind)
                .hasMessageContaining("'web1'");
        assertThat(DefaultInventory.check("[a:children]\na"))
                .returns(FormValidation.Kind.ERROR, validation -> validation.kind)
                .hasMessageContaining("line 2");
        assertThat(DefaultInventory.check(" ").kind).isEqualTo(FormValidation.Kind.OK);
    }

    @Test
    void formerNameOfTheReconnectTimeoutShouldBeAccepted() {
        configuration.setAgentPatience(60);

        assertThat(configuration.getAgentReconnectTimeout()).isEqualTo(60);
        assertThat(configuration.getAgentPatience()).isNull();
    }

    @Test
    void configurationThatAnEarlierVersionWroteShouldBeRead() throws Exception {
        TaskerConfiguration read = (TaskerConfiguration)
                new XStream2().fromXML(TaskerConfigurationTest.class.getResource("/saved/configuration.xml"));

        assertThat(read.getAgentReconnectTimeout()).isEqualTo(20);
        assertThat(read.types().names()).contains("wrap", "dmz").doesNotContain("p7s");
        assertThat(read.credentialIds()).isEqualTo(Map.of("ssh", "fleet-key", "local", "api-token", "wrap", "login"));
        assertThat(read.getDefaultType()).isEqualTo("local");
        assertThat(read.getDefaultTimeout()).isEqualTo(60);
        assertThat(read.limits())
                .isEqualTo(new UpperLimits(
                        Duration.ofSeconds(1800), 50, 500, new UpperLimits.RunSize(100_000, 500_000_000)));
    }

    private void configure(ExecutionTypeConfiguration... types) {
        configuration.setExecutionTypes(List.of(types));
    }

    private static ExecutionTypeConfiguration type(String name, String run) {
        ExecutionTypeConfiguration type = new ExecutionTypeConfiguration(name);
        type.setRun(run);
        return type;
    }

    @Test
    @DisplayName(
            "16.11 a build stores outputs up to 10 MB a task and 200 MB a build, unless the administrator changes that")
    void limitsOfOutputs() {
        assertThat(configuration.outputLimits()).isEqualTo(OutputLimits.megabytes(10, 200));
        configuration.setMaxTaskOutput(0);
        configuration.setMaxBuildOutput(3);

        assertThat(configuration.outputLimits()).isEqualTo(new OutputLimits(0, 3_000_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 100_001, Integer.MIN_VALUE})
    @DisplayName("16.11 a limit of outputs outside of its range is refused when it is set, with its name")
    void refusedLimits(int megabytes) {
        assertThatThrownBy(() -> configuration.setMaxTaskOutput(megabytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'maxTaskOutput' of Tasker cannot be " + megabytes
                        + ". Enter a whole number of megabytes from 0 to 100000");
        assertThatThrownBy(() -> configuration.setMaxBuildOutput(megabytes))
                .hasMessageStartingWith("'maxBuildOutput' of Tasker cannot be ");
        assertThat(configuration.outputLimits()).isEqualTo(OutputLimits.megabytes(10, 200));
    }
}
