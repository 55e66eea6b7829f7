package io.jenkins.plugins.tasker.engine;

/**
 * A setting of the run and its source (rule 16.9).
 *
 * @param source such as {@code option -t}, {@code TASK_EXECUTOR_TYPE} or {@code default}
 */
public record SettingSource(String name, String value, String source) {}
