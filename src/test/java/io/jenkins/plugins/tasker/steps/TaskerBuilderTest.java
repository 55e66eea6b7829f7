package io.jenkins.plugins.tasker.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.model.Items;
import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.run.StepSettings;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.validation.Checks;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TaskerBuilderTest {

    @Test
    @DisplayName("without parameters a run is as by default")
    void standard() {
        assertThat(new TaskerBuilder("deploy.txt").settings()).isEqualTo(StepSettings.of("deploy.txt"));
    }

    @Test
    @DisplayName("the build step has the parameters of the Pipeline step")
    void sameParameters() {
        assertThat(StepParameters.types(TaskerBuilder.class))
                .containsKeys("variables", "credentials", "dryRun")
                .isEqualTo(StepParameters.types(TaskerRunStep.class));
    }

    @Test
    @DisplayName("each parameter has the same effect in the build step as in the Pipeline step")
    void sameEffect() throws Exception {
        for (Field field : StepParameters.fields(TaskerBuilder.class)) {
            TaskerBuilder builder = new TaskerBuilder("deploy.txt");
            TaskerRunStep step = new TaskerRunStep("deploy.txt");
            Object value = other(field.get(builder));
            field.set(builder, value);
            TaskerRunStep.class.getField(field.getName()).set(step, value);

            assertThat(builder.settings())
                    .as(field.getName())
                    .isEqualTo(step.settings())
                    .isNotEqualTo(StepSettings.of("deploy.txt"));
        }
    }

    private static Object other(Object value) {
        if (value instanceof Boolean set) {
            return !set;
        }
        return value instanceof String ? " x " : List.of(new TypeCredential("ssh", "deploy-key"));
    }

    @Test
    @DisplayName("texts of the form get the values of the build's variables")
    void variablesOfTheBuild() {
        TaskerBuilder builder = new TaskerBuilder("deploy-${STAGE}.txt");
        builder.startFrom = "$FROM";
        builder.setVariables(Map.of("VERSION", "${VERSION}-rc", "KEPT", "$UNKNOWN"));
        EnvVars environment = new EnvVars("STAGE", "test", "FROM", "5", "VERSION", "1.2");

        StepSettings settings = builder.settings().with(environment::expand);

        assertThat(settings.file()).isEqualTo("deploy-test.txt");
        assertThat(settings.startFrom()).isEqualTo("5");
        assertThat(settings.variables()).isEqualTo(Map.of("VERSION", "1.2-rc", "KEPT", "$UNKNOWN"));
    }

    @Test
    @DisplayName("a job that an earlier version wrote can be read, and fields that it lacks have their defaults")
    void earlierVersion() {
        TaskerBuilder.DescriptorImpl.registerFormerName();

        List<?> steps = (List<?>) Items.XSTREAM2.fromXML(TaskerBuilderTest.class.getResource("/saved/config.xml"));

        assertThat(((TaskerBuilder) steps.get(0)).settings())
                .usingRecursiveComparison()
                .isEqualTo(new StepSettings(
                        "deploy-${STAGE}.txt",
                        new StepSettings.Defaults("ssh", "60"),
                        "5",
                        new RunMode(true, true, true),
                        new Checks(false, false, true, true),
                        Map.of("VERSION", "1.2"),
                        List.of(new TypeCredential("ssh", "deploy-key")),
                        new StepSettings.Reports("payments", "DEBUG", true, false),
                        false,
                        ""));
        assertThat(((TaskerBuilder) steps.get(1)).settings()).isEqualTo(StepSettings.of("deploy.txt"));
    }
}
