package io.jenkins.plugins.tasker.run;

import io.jenkins.plugins.tasker.session.Checks;
import java.util.Map;

/**
 * What the author of a job says about a run, as it was written and not yet judged; an empty text says nothing.
 *
 * @param file the task file, relative to the workspace
 * @param project name under which runs of several jobs are looked at together
 * @param type execution type of tasks without {@code exec}
 * @param timeout seconds, for tasks without {@code timeout}
 * @param startFrom id of the task to start with
 * @param logLevel least important level that the console shows
 * @param variables values of globals that win over the file
 * @param stream whether the console shows the output of commands while they run
 */
public record RunSettings(
        String file,
        String project,
        String type,
        String timeout,
        String startFrom,
        String logLevel,
        Map<String, String> variables,
        Checks checks,
        boolean dryRun,
        boolean strictGaps,
        boolean stream) {

    public RunSettings {
        variables = Map.copyOf(variables);
    }

    /** All by default. */
    public static RunSettings of(String file) {
        return new RunSettings(file, "", "", "", "", "", Map.of(), Checks.STANDARD, false, false, false);
    }
}
