package io.jenkins.plugins.tasker.taskfile;

import java.time.Duration;

/**
 * The values of tasks that lack a field (rule 4.1).
 *
 * @param executionType of tasks without {@code exec}
 * @param timeLimit of tasks without {@code timeout}
 */
public record TaskDefaults(String executionType, Duration timeLimit) {

    /** The defaults if no option, variable or configuration sets another one. */
    public static final TaskDefaults STANDARD = new TaskDefaults("pbrun", Duration.ofSeconds(30));
}
