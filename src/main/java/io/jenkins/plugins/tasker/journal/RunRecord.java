package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The state of a run, replayed from its events and from nothing else. All views are made of this; it never changes, a run
 * that goes on has a new one.
 *
 * @param started empty if the record was cut before its first event
 * @param plan all tasks of the file, in the order of their ids
 * @param tasks executions in the order in which the flow came to them
 * @param moves the path of the flow
 * @param loops repetitions of tasks
 * @param restored results that came from an earlier run
 * @param notes what was told at WARN or ERROR
 * @param ended empty if the run still goes on, or its end was not recorded
 */
public record RunRecord(
        Optional<RunEvent.RunStarted> started,
        List<PlannedTask> plan,
        List<TaskExecution> tasks,
        List<RunEvent.Moved> moves,
        List<RunEvent.LoopRepeated> loops,
        Map<TaskId, TaskResult> restored,
        List<RunEvent.Note> notes,
        Optional<RunEvent.RunEnded> ended) {

    public static RunRecord of(Iterable<RunEvent> events) {
        RunRecordBuilder replay = new RunRecordBuilder();
        events.forEach(replay::event);
        return replay.record();
    }

    public boolean isDryRun() {
        return started.map(RunEvent.RunStarted::dryRun).orElse(false);
    }

    /** Tasks of the file to which the flow never came. */
    public List<PlannedTask> notStarted() {
        Set<TaskId> came = tasks.stream().map(task -> task.key().task()).collect(Collectors.toSet());
        return plan.stream().filter(task -> !came.contains(task.id())).toList();
    }

    /** The execution to which an attempt belongs; empty if the record does not have it. */
    public Optional<TaskExecution> find(TaskKey attempt) {
        TaskKey key = attempt.firstAttempt();
        return tasks.stream().filter(task -> task.key().equals(key)).findFirst();
    }

    /** The last executed task, for a group the group (rule 16.7); empty before the end, and if none was executed. */
    public Optional<TaskExecution> lastTask() {
        return ended.flatMap(RunEvent.RunEnded::lastTask).flatMap(this::find);
    }

    public RunTotals totals() {
        return RunTotals.of(tasks);
    }

    /** Executions that started without a recorded end, groups included. */
    public List<TaskExecution> unknown() {
        return tasks.stream().filter(task -> task.state() == TaskState.UNKNOWN).toList();
    }

    /** Commands that started without a recorded end: those of {@link #unknown} that are no groups. */
    public List<TaskExecution> unknownCommands() {
        return unknown().stream().filter(task -> !task.isGroup()).toList();
    }

    /**
     * Executions that failed, timed out or have no known end, groups left out for their sub-tasks. Those after which the
     * same task ran again are left out too: waiting for something in a loop fails until it is there.
     */
    public List<TaskExecution> problems() {
        Map<TaskKey, TaskExecution> last = new LinkedHashMap<>();
        for (TaskExecution task : tasks) {
            TaskKey key = task.key();
            TaskKey place = key.firstVisit();
            // Removed first, so that it stands where it ran last.
            last.remove(place);
            last.put(place, task);
        }
        return last.values().stream()
                .filter(task -> !task.isGroup())
                .filter(task -> task.state() == TaskState.FAILED
                        || task.state() == TaskState.TIMED_OUT
                        || task.state() == TaskState.UNKNOWN)
                .toList();
    }

    /** The executions that took longest, longest first; groups are left out for their sub-tasks. */
    public List<TaskExecution> slowest(int limit) {
        return tasks.stream()
                .filter(task -> !task.isGroup() && !task.duration().isZero())
                .sorted(Comparator.comparing(TaskExecution::duration).reversed())
                .limit(limit)
                .toList();
    }

    /** When the last thing happened that is recorded with a time; empty if nothing is. */
    public Optional<Instant> lastInstant() {
        if (ended.isPresent()) {
            return ended.map(RunEvent.RunEnded::time);
        }
        Optional<Instant> last = tasks.stream()
                .map(task -> task.result().map(TaskResult::end).orElse(task.start()))
                .max(Comparator.naturalOrder());
        return last.isPresent() ? last : started.map(RunEvent.RunStarted::time);
    }

    /** From the start to the last recorded instant. */
    public Duration wallTime() {
        return started.flatMap(start -> lastInstant().map(last -> Duration.between(start.time(), last)))
                .orElse(Duration.ZERO);
    }
}
