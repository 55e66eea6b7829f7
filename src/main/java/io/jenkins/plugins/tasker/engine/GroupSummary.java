package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Summarizes the results of the members as the result of their parent (rule 11.7).
 *
 * @param failed ids of the members that failed or timed out, in list order
 * @param timedOut ids of the members that timed out, in list order
 */
record GroupSummary(GroupCounts counts, List<TaskId> failed, List<TaskId> timedOut) {

    /** @param results in list order; null for a member that did not run because the run ends, and counts as failed */
    static GroupSummary of(List<TaskId> members, List<TaskResult> results) {
        List<TaskId> failed = new ArrayList<>();
        List<TaskId> timedOut = new ArrayList<>();
        int skipped = 0;
        for (int i = 0; i < members.size(); i++) {
            TaskResult result = results.get(i);
            if (result != null && result.status() == TaskStatus.SKIPPED) {
                skipped++;
            } else if (result == null || !result.success()) {
                failed.add(members.get(i));
            }
            if (result != null && result.exitCode() == CommandResult.OUT_OF_TIME) {
                timedOut.add(members.get(i));
            }
        }
        int success = members.size() - failed.size() - skipped;
        return new GroupSummary(new GroupCounts(success, failed.size(), timedOut.size(), skipped), failed, timedOut);
    }

    /** Returns the result of a member that was still queued when the time limit of the group expired (rule 11.4). */
    static TaskResult notStartedInTime(Instant now) {
        return new TaskResult(
                "",
                TaskStatus.TIMED_OUT,
                "",
                CommandResult.OUT_OF_TIME,
                "not started: the time limit of the group was exceeded",
                now,
                Duration.ZERO,
                Optional.empty());
    }

    /** @param kind {@code parallel} or {@code conditional}; the host name of a parent (rule 7.1) */
    TaskResult result(String title, String kind, Instant start, Duration duration) {
        StringBuilder stdout = new StringBuilder(title)
                .append(": ")
                .append(counts.success())
                .append('/')
                .append(counts.total())
                .append(" successful");
        appendCount(stdout, counts.timeout(), "timeout");
        appendCount(stdout, counts.failed(), "failed");
        appendCount(stdout, counts.skipped(), "skipped");
        List<String> stderr = new ArrayList<>();
        if (!failed.isEmpty()) {
            stderr.add("Failed tasks: " + failed);
        }
        if (!timedOut.isEmpty()) {
            stderr.add("Timeout tasks: " + timedOut);
        }
        boolean success = failed.isEmpty();
        return new TaskResult(
                kind,
                success ? TaskStatus.SUCCESS : TaskStatus.FAILED,
                stdout.toString(),
                success ? 0 : 1,
                String.join(". ", stderr),
                start,
                duration,
                Optional.of(counts));
    }

    private static void appendCount(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }
}
