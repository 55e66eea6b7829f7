package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Validates the task files of the user document exactly as printed (appendix A). */
class SnippetsTest {

    @ParameterizedTest
    @DisplayName("App. A Task files of the user document pass validation as they are printed")
    @ValueSource(
            strings = {
                "basic-task-output-referencing",
                "basic-task-structure",
                "best-practices-for-large-output",
                "command-timeouts",
                "conditional-execution-0-2",
                "conditional-execution-based-on-task-results",
                "custom-success-criteria",
                "customizable-execution-types",
                "data-pipeline",
                "define-global-variables",
                "enterprise-deployment",
                "environment-management",
                "error-context-preservation",
                "error-handling-with-stderr",
                "feature-flags",
                "global-variables-still-work",
                "handle-truncated-output",
                "hierarchical-configuration",
                "loop-control",
                "loop-example",
                "multi-environment-templates",
                "multi-task-aggregation",
                "output-splitting",
                "output-truncation",
                "return-codes",
                "scaling-configurations",
                "security-and-credentials",
                "sequential-execution",
                "simple-sequential-tasks",
                "sleep",
                "success-failure-routing",
                "task-data-dependencies",
                "time-based-processing",
                "using-exit-codes-for-flow-control",
                "validate-data-before-use",
                "version-control-and-deployments",
                "workflow-example"
            })
    void snippetsPass(String name) {
        assertThat(errors(name, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("App. A Task files of the user document that lack tasks or variables fail validation")
    @CsvSource({
        "conditional-execution-20-26, E11 E14 E20",
        "documentation-and-comments, E01",
        "external-variable-loading, E11",
        "naming-conventions, E01",
        "parallel-execution-10-15, E20",
        "pre-execution-conditions, E11",
        "validation-and-error-handling, E11",
        "variable-substitution, E11"
    })
    void incompleteSnippetsFail(String name, String codes) {
        assertThat(errors(name, Map.of()).stream().map(finding -> finding.code().name()))
                .containsOnly(codes.split(" "));
    }

    @ParameterizedTest
    @DisplayName("App. A They pass if the variable has a value, even an empty one")
    @ValueSource(strings = {"pre-execution-conditions", "validation-and-error-handling"})
    void snippetsPassWithVariable(String name) {
        assertThat(errors(name, Map.of("ENVIRONMENT", "production"))).isEmpty();
        assertThat(errors(name, Map.of("ENVIRONMENT", ""))).isEmpty();
    }

    @Test
    @DisplayName("App. A Comments after values are warnings only")
    void commentsOnlyWarn() {
        assertThat(findings("sleep", Map.of()).stream()
                        .map(finding -> finding.code().name()))
                .containsExactly("W03");
    }

    private static List<Finding> errors(String name, Map<String, String> variables) {
        return findings(name, variables).stream().filter(Finding::isError).toList();
    }

    private static List<Finding> findings(String name, Map<String, String> variables) {
        ValidationOptions options = new OptionsBuilder(GoldenFile.TYPES, "pbrun")
                .variables(variables)
                .build();
        return TaskFileValidator.validate(
                TaskFileParser.parse(GoldenFile.resource("/snippets/" + name + ".txt")), options);
    }
}
