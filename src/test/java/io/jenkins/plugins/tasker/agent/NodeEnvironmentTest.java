package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeEnvironmentTest {

    @Test
    void buildShouldAddItsOwnVariablesAndNoneOfItsNode() {
        Map<String, String> build = Map.of(
                "BUILD_NUMBER", "5",
                "HOME", "/home/agent1",
                "JAVA_HOME", "/opt/other",
                "PATH", "/opt/tools:/bin",
                "NODE_NAME", "agent1",
                "WORKSPACE", "/home/agent1/job");
        Map<String, String> ownNode = Map.of("HOME", "/home/agent1", "JAVA_HOME", "/opt/java", "PATH", "/bin");

        assertThat(NodeEnvironment.of(build, ownNode, Map.of("TIER", "web", "JAVA_HOME", "/usr/java")))
                .containsOnly(
                        Map.entry("BUILD_NUMBER", "5"), Map.entry("JAVA_HOME", "/opt/other"), Map.entry("TIER", "web"));
    }
}
