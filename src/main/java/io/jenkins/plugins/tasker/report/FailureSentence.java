package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.TaskState;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains in one line why a run failed: reason, and the responsible tasks with host, exit code and command. */
public final class FailureSentence {

    /** The maximum number of tasks in the line. */
    private static final int NAMED = 3;

    /** How a task file uses the failure of a task (rule 18.2). */
    public static final String UNHANDLED_REMEDY =
            "Add 'next', 'on_failure' or 'success' to the task, or refer to its exit code";

    private FailureSentence() {}

    /**
     * @param file base name of the task file
     * @param exitCode of the run (section 18)
     * @param run the record; without a start if the run ended before its first task
     * @param notStarted why no task started; empty if the run reached its tasks
     */
    public static String of(String file, int exitCode, RunRecord run, String notStarted) {
        String outcome = file + " ended with exit code " + exitCode + ": ";
        return VisibleText.of(
                outcome + run.ended().map(ended -> of(run, ended)).orElse("no task started: " + notStarted));
    }

    private static String of(RunRecord run, RunEvent.RunEnded ended) {
        List<TaskExecution> responsible = responsible(run, ended.lastTask());
        return ended.reason() + (responsible.isEmpty() ? "" : ". " + describe(responsible));
    }

    /**
     * Explains that a run ended successfully although tasks failed and the file does not use their failures (rule 18.2).
     *
     * @param file base name of the task file
     * @param run with {@link RunRecord#unhandledFailures()}
     */
    public static String unhandled(String file, RunRecord run) {
        return VisibleText.of(file + " ended with exit code 0, but no field of it uses these failures: "
                + describe(run.unhandledFailures()) + ". " + UNHANDLED_REMEDY);
    }

    private static String describe(List<TaskExecution> tasks) {
        int more = tasks.size() - NAMED;
        return tasks.stream().limit(NAMED).map(FailureSentence::describe).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    /** Returns the last task, or its failed members; if it ran no command, the last task with a failed command. */
    private static List<TaskExecution> responsible(RunRecord run, Optional<TaskKey> lastTask) {
        Optional<TaskExecution> last = lastTask.flatMap(key -> run.tasks().stream()
                .filter(task -> task.key().equals(key.firstAttempt()))
                .findFirst());
        if (last.isPresent() && last.get().isGroup()) {
            return failed(run).stream()
                    .filter(task -> isMember(task.key(), last.get().key()))
                    .toList();
        }
        if (last.isPresent() && !last.get().attempts().isEmpty()) {
            return List.of(last.get());
        }
        List<TaskExecution> failed = failed(run);
        return failed.isEmpty() ? failed : failed.subList(failed.size() - 1, failed.size());
    }

    private static List<TaskExecution> failed(RunRecord run) {
        return run.tasks().stream()
                .filter(task -> !task.attempts().isEmpty())
                .filter(task -> task.state() == TaskState.FAILED || task.state() == TaskState.TIMED_OUT)
                .toList();
    }

    private static boolean isMember(TaskKey task, TaskKey group) {
        return task.parent().equals(Optional.of(group.task()))
                && task.repetition() == group.repetition()
                && task.visit() == group.visit();
    }

    private static String describe(TaskExecution task) {
        String end = task.state() == TaskState.SUCCESS ? "successful, exit code 0" : StatusReason.of(task);
        String command = task.commandLine().isEmpty() ? "" : ", command: " + task.commandLine();
        return TaskLabels.onHost(task) + ": " + end + command;
    }
}
