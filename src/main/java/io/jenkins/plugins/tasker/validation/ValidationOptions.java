package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the validation of a task file has to know about the run.
 *
 * @param executionTypes all known types (rule 5.1)
 * @param defaultType the type of tasks without {@code exec} (rule 4.1)
 * @param programs where commands run; asked only how a local command that holds blanks is read (rule 5.7)
 * @param overrides values of globals that win over the file; none by default
 * @param startFrom where the run starts, a defined task; by default at the lowest id that is no sub-task (rule 9.1)
 * @param restored tasks whose results exist before the run starts (rule 15.9); none by default
 * @param strictGaps whether a gap ends the run (rule 9.7); false by default
 * @param skipTaskValidation whether only the errors that cannot be skipped are wanted (rule 13.2); false by default
 * @param limits what the administrator allows at most; none by default
 */
public record ValidationOptions(
        ExecutionTypes executionTypes,
        String defaultType,
        Programs programs,
        Map<String, String> overrides,
        Optional<TaskId> startFrom,
        Set<TaskId> restored,
        boolean strictGaps,
        boolean skipTaskValidation,
        UpperLimits limits) {

    public ValidationOptions {
        overrides = Map.copyOf(overrides);
        restored = Set.copyOf(restored);
    }

    public static ValidationOptions of(ExecutionTypes executionTypes, String defaultType, Programs programs) {
        return new ValidationOptions(
                executionTypes,
                defaultType,
                programs,
                Map.of(),
                Optional.empty(),
                Set.of(),
                false,
                false,
                UpperLimits.NONE);
    }

    public ValidationOptions withOverrides(Map<String, String> values) {
        return new ValidationOptions(
                executionTypes,
                defaultType,
                programs,
                values,
                startFrom,
                restored,
                strictGaps,
                skipTaskValidation,
                limits);
    }

    public ValidationOptions withStartFrom(Optional<TaskId> task) {
        return new ValidationOptions(
                executionTypes,
                defaultType,
                programs,
                overrides,
                task,
                restored,
                strictGaps,
                skipTaskValidation,
                limits);
    }

    public ValidationOptions withRestored(Set<TaskId> tasks) {
        return new ValidationOptions(
                executionTypes,
                defaultType,
                programs,
                overrides,
                startFrom,
                tasks,
                strictGaps,
                skipTaskValidation,
                limits);
    }

    public ValidationOptions withStrictGaps(boolean strict) {
        return new ValidationOptions(
                executionTypes,
                defaultType,
                programs,
                overrides,
                startFrom,
                restored,
                strict,
                skipTaskValidation,
                limits);
    }

    public ValidationOptions withSkipTaskValidation(boolean skip) {
        return new ValidationOptions(
                executionTypes, defaultType, programs, overrides, startFrom, restored, strictGaps, skip, limits);
    }

    public ValidationOptions withLimits(UpperLimits most) {
        return new ValidationOptions(
                executionTypes,
                defaultType,
                programs,
                overrides,
                startFrom,
                restored,
                strictGaps,
                skipTaskValidation,
                most);
    }
}
