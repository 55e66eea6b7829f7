package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of a run at one time, replayed from its events. All views of a run are computed from it. Immutable.
 *
 * @param started empty if the journal contains no event
 * @param plan all tasks of the file, in the order of their ids
 * @param tasks executions, in the order of their starts: the last one of each task, and a limited number of earlier ones
 * @param earlier counts the executions that are not in {@code tasks}
 * @param flow the path of the flow
 * @param restored results of an earlier run
 * @param restoredOnHosts results of an earlier run that fan-out tasks had on their hosts
 * @param notes messages at WARN or ERROR
 * @param events the number of events
 * @param ended empty if the run is still running, or its end was not recorded
 * @param intact whether a record without an end is known to hold every start of a task, because its writer was killed and lost
 *     no write ({@link IntactMark})
 */
public record RunRecord(
        Optional<RunEvent.RunStarted> started,
        List<PlannedTask> plan,
        List<TaskExecution> tasks,
        EarlierExecutions earlier,
        FlowHistory flow,
        Map<TaskId, TaskResult> restored,
        Map<TaskId, Map<String, TaskResult>> restoredOnHosts,
        RecordedNotes notes,
        long events,
        Optional<RunEvent.RunEnded> ended,
        boolean intact) {

    /** The record of a run without events. */
    public static final RunRecord EMPTY = new RunRecordBuilder().record();

    /** The maximum of {@link #slowest}. */
    static final int MOST_SLOWEST = 10;

    /** Replays events. */
    public static RunRecord of(Iterable<RunEvent> events) {
        RunRecordBuilder builder = new RunRecordBuilder();
        events.forEach(builder::event);
        return builder.record();
    }

    /**
     * Reads the record of a run from its journal.
     *
     * @throws IOException as {@link JournalReader#forEach}
     */
    public static RunRecord read(Path journal) throws IOException {
        RunRecordBuilder builder = new RunRecordBuilder();
        try (JournalReader reader = JournalReader.open(journal)) {
            for (RunEvent event = reader.next(); event != null; event = reader.next()) {
                builder.event(event);
            }
            return builder.record(!reader.isTorn() && IntactMark.isSet(journal));
        }
    }

    public boolean isDryRun() {
        return started.map(RunEvent.RunStarted::dryRun).orElse(false);
    }

    /** Returns the tasks of the file without a recorded start; in a record without end they may have run ({@link #lost}). */
    public List<PlannedTask> notStarted() {
        Set<TaskId> executed = tasks.stream().map(task -> task.key().task()).collect(Collectors.toSet());
        return PlanOrder.of(plan).stream()
                .filter(task -> !executed.contains(task.id()))
                .toList();
    }

    /** Returns how many members of groups were not started (rule 19.10). */
    public int membersNotStarted() {
        return tasks.stream()
                .filter(TaskExecution::isGroup)
                .flatMap(group -> group.result().flatMap(TaskResult::counts).stream())
                .mapToInt(GroupCounts::notStarted)
                .sum();
    }

    /** Returns how many of the tasks without a recorded start have a restored result. */
    public int restoredOnly() {
        return (int) notStarted().stream()
                .filter(task -> restored.containsKey(task.id()))
                .count();
    }

    /**
     * Returns the tasks of which it is unknown whether they ran, because the record has no end and may have lost events (rule
     * 16.12); none if it has an end, or is intact.
     * A run that is still running has such tasks, too: they have not started yet.
     */
    public List<PlannedTask> lost() {
        return ended.isPresent() || intact
                ? List.of()
                : notStarted().stream()
                        .filter(task -> !restored.containsKey(task.id()))
                        .toList();
    }

    /** Returns the execution of an attempt; empty if it is not recorded or not kept. */
    public Optional<TaskExecution> find(TaskKey attempt) {
        TaskKey key = attempt.firstAttempt();
        return tasks.stream().filter(task -> task.key().equals(key)).findFirst();
    }

    /** Returns the last executed task, the parent for a group (rule 16.7); empty before the end of the run. */
    public Optional<TaskExecution> lastTask() {
        return ended.flatMap(RunEvent.RunEnded::lastTask).flatMap(this::find);
    }

    public RunTotals totals() {
        return RunTotals.of(tasks).plus(earlier.totals());
    }

    /** Returns the executions without a recorded end, including groups. */
    public List<TaskExecution> unknown() {
        return tasks.stream().filter(task -> task.state() == TaskState.UNKNOWN).toList();
    }

    /** Returns the executions without a recorded end, except groups. */
    public List<TaskExecution> unknownCommands() {
        return unknown().stream().filter(task -> !task.isGroup()).toList();
    }

    /**
     * Returns the executions that failed, timed out or have no recorded end; members instead of their groups. Only the last
     * execution of a task is included, because a loop that waits for a condition fails until it is true.
     */
    public List<TaskExecution> problems() {
        Map<TaskKey, TaskExecution> last = new LinkedHashMap<>();
        for (TaskExecution task : tasks) {
            TaskKey key = task.key();
            TaskKey entry = key.firstVisit();
            // Removed first, so that the order is that of the last executions.
            last.remove(entry);
            last.put(entry, task);
        }
        return last.values().stream()
                .filter(task -> !task.isGroup())
                .filter(task -> task.state() == TaskState.FAILED
                        || task.state() == TaskState.TIMED_OUT
                        || task.state() == TaskState.UNKNOWN)
                .toList();
    }

    /** Returns the executions that failed although no field of the file uses their failure (rule 18.2). */
    public List<TaskExecution> unhandledFailures() {
        Set<TaskId> unhandled =
                ended.map(end -> Set.copyOf(end.unhandledFailures())).orElse(Set.of());
        return unhandled.isEmpty()
                ? List.of()
                : problems().stream()
                        .filter(task -> unhandled.contains(task.key().task()))
                        .toList();
    }

    /** Returns the longest executions, at most {@value #MOST_SLOWEST}, the longest first; members instead of their groups. */
    public List<TaskExecution> slowest(int limit) {
        return Stream.concat(tasks.stream(), earlier.slowest().stream())
                .filter(task -> !task.isGroup() && !task.duration().isZero())
                .sorted(Comparator.comparing(TaskExecution::duration).reversed())
                .limit(limit)
                .toList();
    }

    /** Returns the last recorded time; empty without events. */
    public Optional<Instant> lastInstant() {
        if (ended.isPresent()) {
            return ended.map(RunEvent.RunEnded::time);
        }
        Optional<Instant> last = tasks.stream()
                .map(task -> task.result().map(TaskResult::end).orElse(task.start()))
                .max(Comparator.naturalOrder());
        return last.isPresent() ? last : started.map(RunEvent.RunStarted::time);
    }

    /** Returns the time from the start to the last recorded time. */
    public Duration wallTime() {
        return started.flatMap(start -> lastInstant().map(last -> Duration.between(start.time(), last)))
                .orElse(Duration.ZERO);
    }
}
