package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.text.TimestampText;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A run as a line in a list of runs. What is not known is empty. */
public record RunListEntry(
        String started, String taskFile, String outcome, String exitCode, String lastTask, String duration) {

    /**
     * @param run of its tasks the last one is enough
     * @param live whether it still goes on
     */
    public static RunListEntry of(RunRecord run, ZoneId zone, boolean live) {
        Optional<RunEvent.RunStarted> started = run.started();
        return new RunListEntry(
                started.map(event -> TimestampText.text(event.time(), zone)).orElse(""),
                started.map(RunEvent.RunStarted::fileName).orElse(""),
                outcome(run, live),
                run.ended().map(end -> Integer.toString(end.exitCode())).orElse(""),
                lastTask(run)
                        .map(key -> key.label().substring("Task ".length()))
                        .orElse(""),
                ReportWords.brief(run.wallTime()));
    }

    private static String outcome(RunRecord run, boolean live) {
        return run.ended()
                .map(end -> end.exitCode() == 0 ? "successful" : "failed")
                .orElse(live ? "running" : run.started().isPresent() ? "no end" : "not run");
    }

    private static Optional<TaskKey> lastTask(RunRecord run) {
        if (run.ended().isPresent()) {
            return run.ended().get().lastTask();
        }
        List<TaskExecution> tasks = run.tasks();
        return tasks.isEmpty()
                ? Optional.empty()
                : Optional.of(tasks.get(tasks.size() - 1).key());
    }
}
