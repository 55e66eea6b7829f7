package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that needs attention: tasks that were not successful for the same reason and said the same about it. A
 * thousand hosts with one cause are one problem.
 *
 * @param message what the tasks printed on stderr, or else on stdout; trimmed, may be empty
 */
public record Problem(StatusMark mark, String reason, String message, List<TaskExecution> tasks) {

    /**
     * The problems of a run in the order of their first task.
     *
     * @param live whether the run still goes on, so that a task without end is none
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
