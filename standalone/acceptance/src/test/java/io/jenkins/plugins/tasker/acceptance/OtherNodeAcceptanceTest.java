package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Interrupts a command of the type {@code agent} on {@code jenkins.node}, another node than that of the build. */
@EnabledIfSystemProperty(named = "jenkins.node", matches = ".+")
@ExtendWith(InstalledPlugin.class)
class OtherNodeAcceptanceTest {

    private static final String NODE = System.getProperty("jenkins.node", "");
    private static final String TASK_FILE = String.join(
            "\n",
            "task=0",
            "hostname=" + NODE,
            "exec=agent",
            "command=sh",
            "arguments=-c 'echo ran >>ran; echo up; sleep 20; echo end; exit 7'",
            "timeout=120",
            "success=exit_7&stdout~end",
            "task=1",
            "hostname=" + NODE,
            "exec=agent",
            "command=grep",
            "arguments=-c ran ran");

    private final JenkinsServer jenkins = JenkinsServer.given();

    @Test
    void commandShouldContinueAcrossARestartOfJenkins() {
        interrupted(() -> jenkins.restart("safeRestart"));
    }

    @Test
    void commandShouldContinueWhileItsNodeIsDisconnected() {
        String console = interrupted(() -> Poll.until(
                "the node is connected",
                () -> jenkins.script("def channel = jenkins.model.Jenkins.get().getComputer(" + Job.groovy(NODE)
                                        + ").channel; channel?.close(); print channel != null")
                                .equals("true")
                        ? Optional.of(true)
                        : Optional.empty()));

        assertThat(console)
                .containsSubsequence(
                        "The connection to the agent " + NODE + " was lost; 1 command keeps running there",
                        "The agent " + NODE + " reconnected");
    }

    private String interrupted(Runnable interruption) {
        try (Job job = Job.pipeline(jenkins, TASK_FILE, "taskerRun file: 'deploy.txt', stream: true")) {
            Build build = job.start().awaitConsole("Task 0 | up");

            interruption.run();

            assertThat(build.await(Poll.RECONNECTION).result()).isEqualTo("SUCCESS");
            String console = build.console();
            assertThat(console).containsOnlyOnce("Task 0: Exit code: 7").containsOnlyOnce("Task 1: STDOUT: 1");
            return console;
        }
    }
}
