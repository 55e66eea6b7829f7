package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;

/**
 * The settings that decide how the commands of a run are executed.
 *
 * @param types all known execution types (rule 5.1)
 * @param defaults for tasks that lack {@code exec} or {@code timeout} (rule 4.1)
 * @param limits the highest values that the administrator allows (rule 4.6)
 */
public record ExecutionSettings(ExecutionTypes types, TaskDefaults defaults, UpperLimits limits) {}
