package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.TaskStatus;
import io.jenkins.plugins.tasker.journal.TaskAttempt;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Explains the status of a task. */
public final class StatusReason {

    /** Names of the signals that end commands in practice. */
    private static final Map<Integer, String> SIGNALS =
            Map.of(1, "HUP", 2, "INT", 3, "QUIT", 6, "ABRT", 8, "FPE", 9, "KILL", 11, "SEGV", 13, "PIPE", 15, "TERM");

    /** Exit codes of commands that a time limit or an abort ended by TERM or KILL. */
    private static final Set<Integer> ENDED_BY_TASKER = Set.of(128 + 15, 128 + 9);

    private StatusReason() {}

    /** Returns the reason; empty for a successful task. */
    public static String of(TaskExecution task) {
        return switch (task.state()) {
            case SUCCESS -> "";
            case SKIPPED -> "condition '" + task.skipped().orElseThrow().condition() + "' is false";
            case UNKNOWN -> "started; its end is unknown";
            case FAILED, TIMED_OUT -> ofEnd(task);
        };
    }

    private static String ofEnd(TaskExecution task) {
        TaskResult result = task.result().orElseThrow();
        if (task.isGroup()) {
            return result.stderr();
        }
        if (task.attempts().isEmpty()) {
            return result.stderr().isEmpty() ? "exit code " + result.exitCode() : result.stderr();
        }
        return of(task.attempts().get(task.attempts().size() - 1));
    }

    /** Returns {@code successful}, or why the attempt failed. */
    public static String outcome(TaskAttempt attempt) {
        boolean success = attempt.ended().map(end -> end.result().success()).orElse(false);
        return success ? StatusMark.OK.word : of(attempt);
    }

    /** Returns why an attempt failed. */
    public static String of(TaskAttempt attempt) {
        Optional<TaskResult> ended = attempt.ended().map(RunEvent.TaskEnded::result);
        if (ended.isEmpty()) {
            return "started; its end is unknown";
        }
        TaskResult result = ended.get();
        String code = "exit code " + result.exitCode();
        if (result.status() == TaskStatus.TIMED_OUT) {
            return code + ": time limit of "
                    + DurationText.exact(attempt.started().timeLimit()) + " exceeded" + remains(attempt.started());
        }
        Optional<String> lost = attempt.ended().flatMap(StatusReason::loss);
        if (lost.isPresent()) {
            return code + ": its output could not be kept: " + lost.get();
        }
        Optional<RunEvent.SuccessEvaluated> condition = attempt.successCondition();
        if (condition.isPresent() && !condition.get().value()) {
            return "success condition '" + condition.get().condition() + "' is false, " + code;
        }
        if (condition.isPresent() || result.exitCode() == 0) {
            return "output has the wrong number of lines, " + code;
        }
        boolean stopped = ENDED_BY_TASKER.contains(result.exitCode());
        return code + meaning(result.exitCode()) + (stopped ? remains(attempt.started()) : "");
    }

    /** A program such as ssh was ended on this machine; the command that it has started on the host has no such signal (rule 5.12). */
    private static String remains(RunEvent.TaskStarted started) {
        List<String> words = List.of(started.commandLine().split(" "));
        boolean reachesHost = !started.executionType().equals(ExecutionType.LOCAL)
                && words.stream()
                        .anyMatch(word -> word.equals(started.hostname()) || word.endsWith("@" + started.hostname()));
        return reachesHost ? "; the command may still run on " + started.hostname() : "";
    }

    private static Optional<String> loss(RunEvent.TaskEnded end) {
        return Stream.of(end.stdout().loss(), end.stderr().loss())
                .filter(reason -> !reason.isEmpty())
                .findFirst();
    }

    private static String meaning(int exitCode) {
        if (exitCode == CommandResult.NOT_FOUND) {
            return ": program not found";
        }
        if (exitCode == CommandResult.NOT_STARTED) {
            return ": not started";
        }
        String signal = SIGNALS.get(exitCode - 128);
        return signal == null ? "" : ": ended by signal " + signal;
    }
}
