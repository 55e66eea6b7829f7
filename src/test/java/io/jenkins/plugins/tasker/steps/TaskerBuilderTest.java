package io.jenkins.plugins.tasker.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.model.Items;
import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.run.StepSettings;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.validation.Checks;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TaskerBuilderTest {

    @Test
    @DisplayName("without parameters, a run has the default settings")
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
    @DisplayName("variables of the build are expanded in the texts of the form")
    void variablesOfTheBuild() {
        TaskerBuilder builder = new TaskerBuilder("deploy-${STAGE}.txt");
        builder.startFrom = "$FROM";
        builder.setVariables(new HashMap<>(Map.of("VERSION", "${VERSION}-rc", "KEPT", "$UNKNOWN")));
        EnvVars environment = new EnvVars("STAGE", "test", "FROM", "5", "VERSION", "1.2");

        StepSettings settings = builder.settings().with(environment::expand);

        assertThat(settings.file()).isEqualTo("deploy-test.txt");
        assertThat(settings.startFrom()).isEqualTo("5");
        assertThat(settings.variables()).isEqualTo(Map.of("VERSION", "1.2-rc", "KEPT", "$UNKNOWN"));
    }

    @Test
    @DisplayName("a job that an earlier version wrote can be read")
    void earlierVersion() {
        TaskerBuilder.DescriptorImpl.registerFormerName();

        List<?> steps = (List<?>) Items.XSTREAM2.fromXML(TaskerBuilderTest.class.getResource("/saved/config.xml"));

        assertThat(((TaskerBuilder) steps.get(0)).settings())
                .usingRecursiveComparison()
                .isEqualTo(new StepSettings(
                        "ops/${STAGE}.txt",
                        new StepSettings.Defaults("local", "30", ""),
                        "0",
                        new RunMode(false, true, false),
                        new Checks(false, false, true, false),
                        Map.of("VERSION", "${VERSION}", "STAGE", "${STAGE}"),
                        List.of(new TypeCredential("local", "login"), new TypeCredential("wrap", "secret-file")),
                        new StepSettings.Reports("payments", "DEBUG", true, true),
                        false,
                        ""));
        assertThat(((TaskerBuilder) steps.get(1)).settings())
                .usingRecursiveComparison()
                .ignoringFields("reports.project", "reports.stream")
                .isEqualTo(StepSettings.of("deploy.txt"));
        assertThat(((TaskerBuilder) steps.get(1)).stream)
                .as("the job keeps its setting")
                .isFalse();
    }

    @Test
    @DisplayName("fields that a job configuration lacks have their defaults")
    void missingFields() {
        String name = TaskerBuilder.class.getName();

        TaskerBuilder step =
                (TaskerBuilder) Items.XSTREAM2.fromXML("<" + name + "><file>deploy.txt</file></" + name + ">");

        assertThat(step.settings()).isEqualTo(StepSettings.of("deploy.txt"));
    }

    @Test
    @DisplayName("Job DSL accepts a map of variables, which must be an instance of the parameter's class")
    void mapOfJobDsl() throws Exception {
        TaskerBuilder builder = new TaskerBuilder("deploy.txt");

        builder.setVariables(new LinkedHashMap<>(Map.of("LIMIT", 60)));

        assertThat(builder.getVariables()).isEqualTo(Map.of("LIMIT", "60"));
        assertThat(TaskerBuilder.class.getMethod("setVariables", HashMap.class).getGenericParameterTypes()[0])
                .isEqualTo(HashMap.class);
    }
}
