package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.text.TimestampText;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A run as a line in a list of runs. Each method returns one column, empty if the record lacks the value.
 *
 * @param run the record; an outline with the last task is sufficient
 * @param zone of the start time
 * @param live whether the run is still running
 */
public record RunListEntry(RunRecord run, ZoneId zone, boolean live) {

    public String started() {
        return run.started()
                .map(event -> TimestampText.text(event.time(), zone))
                .orElse("");
    }

    public String taskFile() {
        return run.started().map(RunEvent.RunStarted::fileName).orElse("");
    }

    public String outcome() {
        return run.ended()
                .map(end -> end.exitCode() == 0 ? "successful" : "failed")
                .orElse(live ? "running" : run.started().isPresent() ? "unfinished" : "not run");
    }

    public String exitCode() {
        return run.ended().map(end -> Integer.toString(end.exitCode())).orElse("");
    }

    public String lastTask() {
        return lastTaskKey().map(TaskLabels::number).orElse("");
    }

    /** Returns how long the run took until its last recorded event. */
    public String duration() {
        return DurationText.brief(run.wallTime());
    }

    private Optional<TaskKey> lastTaskKey() {
        if (run.ended().isPresent()) {
            return run.ended().get().lastTask();
        }
        List<TaskExecution> tasks = run.tasks();
        return tasks.isEmpty()
                ? Optional.empty()
                : Optional.of(tasks.get(tasks.size() - 1).key());
    }
}
