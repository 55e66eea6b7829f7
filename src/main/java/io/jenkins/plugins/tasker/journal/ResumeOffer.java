package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.OnHost;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The choices of a user who resumes a run, and their validation (rule 15.9).
 *
 * @param tasks the tasks at which the new run can start
 * @param suggested the suggested start; empty if no task failed
 * @param unknown commands without a recorded end; the user must confirm that they were checked
 * @param lost tasks of which it is unknown whether they ran; the user must confirm them, too
 */
public record ResumeOffer(
        List<PlannedTask> tasks, Optional<TaskId> suggested, List<TaskExecution> unknown, List<PlannedTask> lost) {

    private static final int MOST_NAMED = 20;

    /** Thrown when a run cannot be resumed as requested. */
    public static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        /** Whether another request can succeed; if false, the journal prevents it. */
        private final boolean badRequest;

        public RefusedException(boolean badRequest, String message) {
            super(message, null, false, false);
            this.badRequest = badRequest;
        }

        public boolean isBadRequest() {
            return badRequest;
        }
    }

    /**
     * Creates the offer for a run.
     *
     * @throws RefusedException if the run cannot be resumed
     */
    public static ResumeOffer of(RunRecord record) throws RefusedException {
        if (record.isDryRun()) {
            throw new RefusedException(false, "a dry run cannot be resumed: it has no results");
        }
        if (record.plan().isEmpty()) {
            throw new RefusedException(
                    false, "the run cannot be resumed: its journal was cut off before the first task");
        }
        return new ResumeOffer(
                record.plan(), RestoredResults.suggestedStart(record), record.unknownCommands(), record.lost());
    }

    /** Returns an offer that also includes what is unknown of runs that are resumed together with this one. */
    public ResumeOffer with(List<RunRecord> others) {
        List<TaskExecution> all = Stream.concat(
                        Stream.of(unknown), others.stream().map(RunRecord::unknownCommands))
                .flatMap(List::stream)
                .toList();
        List<PlannedTask> allLost = Stream.concat(
                        Stream.of(lost), others.stream().map(RunRecord::lost))
                .flatMap(List::stream)
                .toList();
        return new ResumeOffer(tasks, suggested, all, allLost);
    }

    /**
     * Validates a request and returns the first task of the new run.
     *
     * @param startFrom as written by the user; empty for the suggested task
     * @param unknownAccepted whether the user confirmed that the commands with unknown end were checked
     * @throws RefusedException if the file has no such task, or commands with unknown end were not confirmed
     */
    public TaskId accept(String startFrom, boolean unknownAccepted) throws RefusedException {
        TaskId start = startFrom.isBlank() ? suggestion() : named(startFrom.strip());
        if (!unknown.isEmpty() && !unknownAccepted) {
            throw new RefusedException(
                    false,
                    "the end of these commands is unknown: " + unknownLabels()
                            + ". Check their hosts, then confirm with acceptUnknown=true");
        }
        if (!lost.isEmpty() && !unknownAccepted) {
            throw new RefusedException(
                    false,
                    "the record has no end, so it is unknown whether these tasks ran: " + lostLabels()
                            + ". Check their hosts, then confirm with acceptUnknown=true");
        }
        return start;
    }

    private TaskId suggestion() throws RefusedException {
        return suggested.orElseThrow(
                () -> new RefusedException(true, "no task of that run failed; name the first task: startFrom=ID"));
    }

    private TaskId named(String startFrom) throws RefusedException {
        return TaskId.parse(startFrom)
                .filter(id -> tasks.stream().anyMatch(task -> task.id().equals(id)))
                .orElseThrow(() -> new RefusedException(
                        true,
                        "startFrom: the recorded file has no task '" + startFrom + "'; its tasks are "
                                + tasks.stream()
                                        .map(task -> task.id().toString())
                                        .collect(Collectors.joining(", "))));
    }

    /** Returns the tasks of which it is unknown whether they ran, in one line. */
    public String lostLabels() {
        String named = lost.stream()
                .limit(MOST_NAMED)
                .map(task -> task.id() + (task.command().isEmpty() ? "" : " (" + task.command() + ")"))
                .collect(Collectors.joining(", "));
        return lost.size() <= MOST_NAMED ? named : named + " and " + (lost.size() - MOST_NAMED) + " more";
    }

    /** Returns the commands with unknown end, with their hosts, in one line. */
    public String unknownLabels() {
        return unknown.stream()
                .map(task -> OnHost.of(task.key().label(), task.hostname()) + " (" + task.commandLine() + ")")
                .collect(Collectors.joining(", "));
    }
}
