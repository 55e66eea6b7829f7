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

/** Why a run did not end with 0, in one line: the tasks to blame with host, exit code and command. */
public final class FailureSentence {

    /** More names than that help nobody in one line. */
    private static final int NAMED = 3;

    private FailureSentence() {}

    /**
     * @param file base name of the task file
     * @param exitCode of the session (section 18)
     * @param run may not even have started, if validation found errors for example
     */
    public static String of(String file, int exitCode, RunRecord run) {
        String outcome = file + " ended with exit code " + exitCode + ": ";
        return VisibleText.of(outcome
                + run.ended()
                        .map(ended -> of(run, ended))
                        .orElse("no task started; the log above states the reason"));
    }

    private static String of(RunRecord run, RunEvent.RunEnded ended) {
        List<TaskExecution> blamed = blamed(run, ended.lastTask());
        String tasks =
                blamed.stream().limit(NAMED).map(FailureSentence::describe).collect(Collectors.joining("; "));
        int more = blamed.size() - NAMED;
        return ended.reason() + (tasks.isEmpty() ? "" : ". " + tasks) + (more > 0 ? "; and " + more + " more" : "");
    }

    /** The last task, or the members of it that failed; if it ran no command, the last one whose command failed. */
    private static List<TaskExecution> blamed(RunRecord run, Optional<TaskKey> lastTask) {
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
