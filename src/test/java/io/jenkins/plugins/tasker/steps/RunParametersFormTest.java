package io.jenkins.plugins.tasker.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.util.FormValidation;
import io.jenkins.plugins.tasker.Repository;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunParametersFormTest {

    static Set<String> parameters() {
        return StepParameters.names();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    @DisplayName("the form has a field and a help for each parameter")
    void formAndHelp(String parameter) throws Exception {
        assertThat(resource(RunParametersForm.class, "RunParametersForm/fields.jelly"))
                .contains("\"" + parameter + "\"");
        assertThat(resource(TaskerRunStep.class, "TaskerRunStep/help-" + parameter + ".html"))
                .startsWith("<div>");
    }

    @ParameterizedTest
    @MethodSource("parameters")
    @DisplayName("the help of a parameter begins with its meaning in the documentation")
    void documentation(String parameter) throws Exception {
        Matcher row = Pattern.compile("\n\\| `" + parameter + "` \\| ([^.,;:|]+)")
                .matcher(Files.readString(Repository.file("docs/jenkins.md")));
        String help = resource(TaskerRunStep.class, "TaskerRunStep/help-" + parameter + ".html");

        assertThat(row.find()).isTrue();
        assertThat(help.replaceAll("<[^>]*>", "").strip())
                .startsWithIgnoringCase(row.group(1).replace("`", "").strip());
    }

    @Test
    @DisplayName("step and build step have the same form, and each a help of its own")
    void ownHelp() throws Exception {
        for (Class<?> type : List.of(TaskerRunStep.class, TaskerBuilder.class)) {
            assertThat(resource(type, type.getSimpleName() + "/help.html")).contains("Runs a task file");
            assertThat(resource(type, type.getSimpleName() + "/config.jelly"))
                    .contains(RunParametersForm.class.getName());
        }
    }

    private static String resource(Class<?> type, String name) throws Exception {
        try (InputStream in = type.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy.txt", "ops/deploy.txt", "a/../deploy.txt", "deploy-${STAGE}.txt", "${HOME}/x"})
    @DisplayName("names within the workspace and texts with variables are valid")
    void goodFiles(String name) {
        assertThat(FieldCheck.file(name).kind).isEqualTo(FormValidation.Kind.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "/etc/passwd", "../deploy.txt", "a/../../deploy.txt"})
    @DisplayName("empty names and names outside of the workspace are invalid")
    void badFiles(String name) {
        FormValidation validation = FieldCheck.file(name);

        assertThat(validation.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(validation.getMessage()).contains("workspace");
    }

    @Test
    @DisplayName("the form reports the error that a run would report")
    void values() {
        // The quotes around a value are markup in a real Jenkins.
        assertThat(FieldCheck.type("").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(FieldCheck.type("local").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(FieldCheck.type("telnet").getMessage()).contains("telnet", "is not known; use one of", "pbrun");
        assertThat(FieldCheck.timeout("60").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(FieldCheck.timeout("3").kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(FieldCheck.timeout("3").getMessage()).contains("is outside 5-1000; 5 s is used");
        assertThat(FieldCheck.timeout("soon").getMessage()).contains("is not a whole number of seconds");
        assertThat(FieldCheck.startFrom("5").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(FieldCheck.startFrom("-1").getMessage()).contains("-1", "is not a whole number");
        assertThat(FieldCheck.startFrom("12345678901234567890").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(FieldCheck.variables("A=1\n\nB=").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(FieldCheck.variables("A").getMessage()).contains("A", "is not of the form NAME=VALUE");
        assertThat(FieldCheck.variables("1A=x").getMessage()).contains("1A", "cannot be the name of a global");
    }

    @Test
    @DisplayName("the form keeps variables and their order")
    void variableLines() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("Z", "a=b ");
        variables.put("A", "");
        variables.put("M", " # no comment");

        Map<String, String> saved =
                VariableLines.parse(VariableLines.of(variables).replace("\n", "\r\n"));

        assertThat(saved).isEqualTo(variables);
        assertThat(saved.keySet()).containsExactly("Z", "A", "M");
        assertThatThrownBy(() -> VariableLines.parse("A=1\nB")).hasMessageContaining("'B' is not of the form");
    }

    @Test
    @DisplayName("an unknown level remains a choice of the form")
    void logLevels() {
        assertThat(Choices.logLevels(null))
                .extracting(choice -> choice.value)
                .containsExactly("", "ERROR", "WARN", "INFO", "DEBUG");
        assertThat(Choices.logLevels("debug"))
                .extracting(choice -> choice.value)
                .contains("debug");
        assertThat(Choices.logLevels("DEBUG")).hasSize(5);
    }

    @Test
    @DisplayName("19.4 the form accepts no inventory, and one of the workspace only")
    void inventories() {
        assertThat(FieldCheck.hosts("").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(FieldCheck.hosts("ops/hosts.ini").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(FieldCheck.hosts("ops-${STAGE}.ini").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(FieldCheck.hosts("../hosts.ini").kind).isEqualTo(FormValidation.Kind.ERROR);
    }
}
