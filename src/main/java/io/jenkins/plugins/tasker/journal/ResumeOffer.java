package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.OnHost;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody can choose who goes on from a recorded run, and what is refused (rule 15.9).
 *
 * @param tasks where the new run can start
 * @param suggested where it makes sense to go on; empty if nothing went wrong
 * @param unknown commands that were started without a recorded end; whoever goes on must say that they were looked at
 */
public record ResumeOffer(List<PlannedTask> tasks, Optional<TaskId> suggested, List<TaskExecution> unknown) {

    /** Why a run cannot go on as it was asked. */
    public static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        /** Whether other words would help; otherwise the record stands in the way. */
        private final boolean badRequest;

        public RefusedException(boolean badRequest, String message) {
            super(message, null, false, false);
            this.badRequest = badRequest;
        }

        public boolean isBadRequest() {
            return badRequest;
        }
    }

    /** @throws RefusedException if nothing can go on from this record */
    public static ResumeOffer of(RunRecord record) throws RefusedException {
        if (record.isDryRun()) {
            throw new RefusedException(false, "a dry run leaves no results to go on from");
        }
        if (record.plan().isEmpty()) {
            throw new RefusedException(
                    false, "the record was cut off before the run began, so there is nothing to go on from");
        }
        return new ResumeOffer(record.plan(), RestoredResults.suggestedStart(record), record.unknownCommands());
    }

    /** The same, where other runs go on together with this one: their commands count as well. */
    public ResumeOffer with(List<RunRecord> others) {
        List<TaskExecution> all = Stream.concat(
                        Stream.of(unknown), others.stream().map(RunRecord::unknownCommands))
                .flatMap(List::stream)
                .toList();
        return new ResumeOffer(tasks, suggested, all);
    }

    /**
     * The task to start with.
     *
     * @param startFrom as somebody wrote it; empty takes the suggested one
     * @param unknownAccepted whether it was said that the commands without a known end were looked at
     * @throws RefusedException if the task is not one of the file, or a command without a known end was not mentioned
     */
    public TaskId accept(String startFrom, boolean unknownAccepted) throws RefusedException {
        TaskId start = startFrom.isBlank() ? suggestion() : named(startFrom.strip());
        if (!unknown.isEmpty() && !unknownAccepted) {
            throw new RefusedException(
                    false,
                    "how these commands ended is not known: " + unknownLabels()
                            + ". Look at their hosts, then say acceptUnknown=true to go on");
        }
        return start;
    }

    private TaskId suggestion() throws RefusedException {
        return suggested.orElseThrow(() -> new RefusedException(
                true, "nothing went wrong in that run; name the task to start from: startFrom=ID"));
    }

    private TaskId named(String startFrom) throws RefusedException {
        return TaskId.parse(startFrom)
                .filter(id -> tasks.stream().anyMatch(task -> task.id().equals(id)))
                .orElseThrow(() -> new RefusedException(
                        true,
                        "startFrom: there is no task '" + startFrom + "' in the recorded file; tasks are "
                                + tasks.stream()
                                        .map(task -> task.id().toString())
                                        .collect(Collectors.joining(", "))));
    }

    /** The commands without a known end, with their hosts, in one line. */
    public String unknownLabels() {
        return unknown.stream()
                .map(task -> OnHost.of(task.key().label(), task.hostname()) + " (" + task.commandLine() + ")")
                .collect(Collectors.joining(", "));
    }
}
