package io.jenkins.plugins.tasker.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Saves and loads the configuration. Jenkins omits values that it cannot write, often without a line in its log. */
@WithJenkins
class TaskerConfigurationJenkinsTest {

    @Test
    void untouchedConfigurationShouldBeWritten(JenkinsRule jenkins) throws Exception {
        TaskerConfiguration.get().save();

        assertThat(Files.readString(file(jenkins))).contains("<executionTypes/>", "<maxTasks>0</maxTasks>");
    }

    @Test
    void configurationShouldBeWrittenAndReadAgain(JenkinsRule jenkins) {
        ExecutionTypeConfiguration sudo = new ExecutionTypeConfiguration("sudo");
        sudo.setRun("sudo -n {command} {arguments}");
        sudo.setAllowed(false);
        TaskerConfiguration.get().setExecutionTypes(List.of(sudo));

        TaskerConfiguration read = new TaskerConfiguration();
        read.load();

        assertThat(read.getExecutionTypes())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(sudo);
    }

    @Test
    void configurationWithoutReconnectTimeoutShouldHaveTheDefault(JenkinsRule jenkins) throws Exception {
        TaskerConfiguration.get().setAgentReconnectTimeout(60);
        String written = Files.readString(file(jenkins));
        Files.writeString(
                file(jenkins), written.replaceAll("\\s*<agentReconnectTimeout>60</agentReconnectTimeout>", ""));

        TaskerConfiguration read = new TaskerConfiguration();
        read.load();

        assertThat(written).contains("<agentReconnectTimeout>60</agentReconnectTimeout>");
        assertThat(read.getAgentReconnectTimeout()).isEqualTo(15);
    }

    private static Path file(JenkinsRule jenkins) {
        return jenkins.jenkins.getRootDir().toPath().resolve(TaskerConfiguration.class.getName() + ".xml");
    }
}
