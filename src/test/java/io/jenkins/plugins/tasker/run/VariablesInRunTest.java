package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.tasker.configuration.UnsavedConfiguration;
import io.jenkins.plugins.tasker.steps.TaskerRunStep;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VariablesInRunTest {

    @Test
    @DisplayName("4.7 a mistyped variable of the step fails it before anything runs")
    void mistypedVariable() {
        assertThatThrownBy(() -> check(Map.of("VERSOIN", "2")))
                .isInstanceOf(AbortException.class)
                .hasMessage("variables: variable 'VERSOIN' is neither defined nor used in deploy.txt;"
                        + " was 'VERSION' meant?");
    }

    @Test
    @DisplayName("4.7 other unknown variables of the step do not fail it")
    void unknownVariable() {
        assertThatCode(() -> check(Map.of("VERSION", "2", "ENVIRONMENT", "x"))).doesNotThrowAnyException();
    }

    private static void check(Map<String, String> variables) throws Exception {
        TaskerRunStep step = new TaskerRunStep("deploy.txt");
        step.setVariables(variables);
        byte[] file =
                "VERSION=1\ntask=0\nhostname=h\ncommand=echo\narguments=@VERSION@\n".getBytes(StandardCharsets.UTF_8);
        ValidatedSettings.of(step.settings(), new UnsavedConfiguration(), Map.of())
                .checkVariables(TaskFileReader.content("deploy.txt", file));
    }
}
