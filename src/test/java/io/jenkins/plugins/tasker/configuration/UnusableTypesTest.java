package io.jenkins.plugins.tasker.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.util.XStream2;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Execution types that cannot be used, and types that were written without all elements. */
class UnusableTypesTest {

    private final TaskerConfiguration configuration = new UnsavedConfiguration();

    @ParameterizedTest
    @CsvSource({
        "'a b', x, '', '', '', name: 'a b' cannot be the name",
        "ssh, '', y {command}, '', '', test: a connection test cannot contain {command}",
        "mine, '', '', '', '', run: the template is empty",
        "mine, run {host}, '', '', '', run: the place-holder {host} is not known",
        "mine, x, y {command}, '', '', test: a connection test cannot contain {command}",
        "mine, x, '', two words, '', fallback: 'two words' is not the name of one program",
        "mine, x, '', '', csh, quoting: the quoting mode 'csh' is not known; use none or posix"
    })
    void typeThatCannotBeUsedShouldSayWhyAndWhoCanHelp(
            String name, String run, String test, String fallback, String quoting, String problem) {
        ExecutionTypeConfiguration type = type(name, run);
        type.setTest(test);
        type.setFallback(fallback);
        type.setQuoting(quoting);

        assertThatThrownBy(() -> configure(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(problem, "administrator", "Manage Jenkins, System, Tasker");
        assertThat(configuration.getExecutionTypes()).isEmpty();
    }

    @Test
    @DisplayName(
            "5.3 A type that was saved although it cannot be used is missing, with the reason, and the others work")
    void unusableTypeIsLeftOut() {
        TaskerConfiguration read = read("""
                <executionTypes>
                  <io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration>
                    <name>wrap</name><run>wrap {comand}</run><credentialsId>key</credentialsId>
                  </io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration>
                  <io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration>
                    <name>ssh</name><test>ssh {command}</test>
                  </io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration>
                </executionTypes>""");

        assertThat(read.types().names()).contains("local", "pbrun").doesNotContain("wrap", "ssh");
        assertThat(read.types().choice())
                .contains("execution type 'wrap' cannot be used (run: the place-holder {comand} is not known")
                .contains("execution type 'ssh' cannot be used (test: ");
        assertThat(read.credentialIds()).isEmpty();
    }

    @Test
    @DisplayName("5.3 A type that was written without optional elements has their defaults")
    void typeWithoutOptionalElements() {
        ExecutionTypeConfiguration type = read("""
                <executionTypes>
                  <io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration>
                    <name>wrap</name><run>wrap {command}</run>
                  </io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration>
                </executionTypes>""").getExecutionTypes().get(0);

        assertThat(type.isAllowed()).isTrue();
        assertThat(type.getCredentialsId()).isEmpty();
        assertThat(type.getQuoting()).isEqualTo("none");
        assertThat(type.problem()).isEmpty();
    }

    private static TaskerConfiguration read(String elements) {
        String name = TaskerConfiguration.class.getName();
        return (TaskerConfiguration) new XStream2().fromXML("<" + name + ">" + elements + "</" + name + ">");
    }

    @Test
    void typeThatIsListedTwiceShouldBeRefused() {
        assertThatThrownBy(() -> configure(type("sudo", "sudo {command}"), type("sudo", "sudo -n {command}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("execution type 'sudo' is configured twice");
    }

    private void configure(ExecutionTypeConfiguration... types) {
        configuration.setExecutionTypes(List.of(types));
    }

    private static ExecutionTypeConfiguration type(String name, String run) {
        ExecutionTypeConfiguration type = new ExecutionTypeConfiguration(name);
        type.setRun(run);
        return type;
    }
}
