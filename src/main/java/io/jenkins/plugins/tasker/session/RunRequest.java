package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be run, and how.
 *
 * @param fileName base name of the task file
 * @param variables values of globals that win over the file
 * @param executionType of tasks without {@code exec} (rule 4.1)
 * @param timeLimit of tasks without {@code timeout} (rule 4.1)
 * @param settings all settings with where each came from, for the log (rule 16.9)
 * @param startFrom the task to start with (rule 15.8); by default the lowest one
 * @param resumeFrom the run whose results are restored (rule 15.9); needs {@code startFrom}
 * @param limits what the administrator allows at most (rule 4.6)
 * @param journal where a real run is recorded (rule 16.5)
 */
public record RunRequest(
        String fileName,
        TaskFileReader.Content content,
        Map<String, String> variables,
        ExecutionTypes types,
        String executionType,
        Duration timeLimit,
        List<SettingSource> settings,
        boolean dryRun,
        boolean strictGaps,
        Optional<TaskId> startFrom,
        Optional<RecordSource> resumeFrom,
        Checks checks,
        boolean showPlan,
        Secrets secrets,
        UpperLimits limits,
        Path journal) {

    /**
     * The same, going on from an earlier run.
     *
     * @param told what the log says about that
     */
    public RunRequest resuming(TaskId start, RunRecord record, SettingSource told) {
        List<SettingSource> all = new ArrayList<>(settings);
        all.add(told);
        return new RunRequest(
                fileName,
                content,
                variables,
                types,
                executionType,
                timeLimit,
                List.copyOf(all),
                dryRun,
                strictGaps,
                Optional.of(start),
                Optional.of(() -> record),
                checks,
                showPlan,
                secrets,
                limits,
                journal);
    }
}
