package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tasks that failed for the same reason with the same message. A thousand hosts with one cause are one problem.
 *
 * @param message stderr of the tasks, or stdout if stderr is blank; trimmed, may be empty
 */
public record Problem(StatusMark mark, String reason, String message, List<TaskExecution> tasks) {

    /**
     * Returns the problems of a run in the order of their first task.
     *
     * @param live whether the run is still running; if so, tasks without an end are running and not problems
     */
    public static List<Problem> of(RunRecord run, boolean live) {
        Map<List<Object>, Problem> problems = new LinkedHashMap<>();
        for (TaskExecution task : run.problems()) {
            StatusMark mark = StatusMark.of(task, live);
            if (!mark.isProblem()) {
                continue;
            }
            String reason = StatusReason.of(task);
            String message = TaskOutput.message(task);
            problems.computeIfAbsent(
                            List.of(mark, reason, message),
                            key -> new Problem(mark, reason, message, new ArrayList<>()))
                    .tasks
                    .add(task);
        }
        return List.copyOf(problems.values());
    }
}
