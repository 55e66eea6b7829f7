package io.jenkins.plugins.tasker.documentation;

import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import io.jenkins.plugins.tasker.validation.FindingCode;
import io.jenkins.plugins.tasker.validation.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Generates the tables of docs/reference.md that the code defines completely. */
final class ReferenceTables {

    private ReferenceTables() {}

    /** Returns the rows of each table, without header, by its heading. */
    static Map<String, List<List<String>>> all() {
        return Map.of(
                "Numbers",
                        Arrays.stream(NumericField.values())
                                .map(ReferenceTables::number)
                                .toList(),
                "Execution types", types(),
                "Errors", findings(Severity.ERROR),
                "Warnings", findings(Severity.WARNING));
    }

    private static List<String> number(NumericField number) {
        String name = number.field().map(Field::key).map(ReferenceTables::code).orElse("`-o`, `TASK_EXECUTOR_TIMEOUT`");
        String range = number.minimum()
                + (number.maximum().isPresent() ? "-" + number.maximum().getAsLong() : " or more");
        return List.of(
                name,
                range,
                text(number.defaultValue()),
                text(number.below()),
                number.maximum().isPresent() ? text(number.above()) : "");
    }

    private static String text(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }

    private static String text(NumericField.Outside outside) {
        return outside == NumericField.Outside.CLAMP
                ? "nearest"
                : outside.name().toLowerCase(Locale.ROOT);
    }

    private static List<List<String>> types() {
        ExecutionTypes types = ExecutionTypes.builtIn();
        return types.names().stream()
                .map(name -> type(types.find(name).orElseThrow()))
                .toList();
    }

    private static List<String> type(ExecutionType type) {
        return List.of(
                code(type.name()),
                code(type.run().toString()),
                type.test().map(test -> code(test.toString())).orElse(""),
                type.fallback().map(ReferenceTables::code).orElse(""),
                type.quoting().toString());
    }

    private static List<List<String>> findings(Severity severity) {
        return Stream.of(FindingCode.values())
                .filter(code -> code.severity() == severity)
                .map(code -> List.of(code + (code.isSkippable() ? "" : "\\*"), code.template(), remedy(code)))
                .toList();
    }

    /** Some remedies consist of details only. */
    private static String remedy(FindingCode code) {
        return code.remedyTemplate().replaceFirst("^\\.{3}$", "given with the finding");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
