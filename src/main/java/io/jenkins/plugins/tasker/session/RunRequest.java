package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.validation.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * A task file and all settings of its run.
 *
 * @param secrets of the caller; those of the task file and its variables are added
 * @param settings all settings with their sources, for the log (rule 16.9)
 */
public record RunRequest(
        RunInput input,
        ExecutionSettings execution,
        RunMode mode,
        RunStart start,
        Checks checks,
        Secrets secrets,
        JournalFile journal,
        List<SettingSource> settings) {

    /** Adds the secrets that names of globals mark. */
    public RunRequest {
        secrets = secrets.with(input.secrets());
    }

    /**
     * Returns a request that resumes an earlier run and is the same otherwise.
     *
     * @param source names the earlier run in the log
     */
    public RunRequest resuming(TaskId task, RunRecord record, SettingSource source) {
        List<SettingSource> all = new ArrayList<>(settings);
        all.add(source);
        return new RunRequest(
                input,
                execution,
                mode,
                RunStart.resuming(task, record).with(start.members()),
                checks,
                secrets,
                journal,
                List.copyOf(all));
    }
}
