package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.taskfile.FollowingTask;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs a workflow from its start to its end (section 9) and emits a {@link RunEvent} for everything that happens. {@link
 * #run()} uses one thread, also for groups of many commands.
 */
public final class WorkflowEngine {

    /** A dry run ends when it would start a task more often, because its flow is a cycle (rule 15.7). */
    private static final int DRY_RUN_STARTS = 2;

    private final RunContext run;
    private final Map<TaskId, Integer> visits = new HashMap<>();
    private final Map<TaskId, Integer> starts = new HashMap<>();
    private boolean onFailurePath;
    private Optional<TaskKey> lastTask = Optional.empty();

    /** Creates the engine of a new run. */
    public WorkflowEngine(
            Workflow workflow,
            RunOptions options,
            CommandRunner runner,
            Programs programs,
            RunListener listener,
            Clock clock) {
        this(workflow, options, runner, programs, listener, clock, RecordedHistory.none());
    }

    /**
     * Creates an engine that continues a run.
     *
     * @param runner starts commands
     * @param programs finds programs where commands run
     * @param listener receives every event that is not recorded, on the thread that calls {@link #run()}
     * @param recorded the history of an interrupted run; empty for a new run
     */
    public WorkflowEngine(
            Workflow workflow,
            RunOptions options,
            CommandRunner runner,
            Programs programs,
            RunListener listener,
            Clock clock,
            RecordedHistory recorded) {
        this.run = new RunContext(workflow, options, programs, runner, listener, clock, recorded);
    }

    /** Interrupts the run; a second interrupt kills its commands at once (section 17). May be called from any thread. */
    public void interrupt(Interrupt cause) {
        run.loop.post(() -> run.interrupt(cause));
    }

    /** Returns the task with which the run starts (rules 9.1 and 15.8). */
    public TaskId start() {
        return run.options.startFrom().orElseGet(run.workflow::start);
    }

    /**
     * Runs the workflow to its end. May be called once.
     *
     * @return the last event
     * @throws InterruptedException if the calling thread is interrupted; commands may still run
     */
    public RunEvent.RunEnded run() throws InterruptedException {
        RunEvent.RunEnded ended;
        try {
            begin();
            TaskId next = start();
            while (true) {
                next = step(next);
            }
        } catch (RunEndedException e) {
            ended = ended(e);
        } catch (UnknownEndException e) {
            ended = ended(run.unknownEnd(e.getMessage()));
        } catch (NonDeterministicReplayException e) {
            ended = ended(new RunEndedException(ExitCodes.INTERNAL_ERROR, e.getMessage()));
        }
        run.emit(ended);
        return ended;
    }

    private void begin() {
        // Before the plan, so that each journal with a plan holds all restored results, even if the run is interrupted.
        run.options.restored().forEach(this::restore);
        run.options.members().onHosts().forEach(this::restoreOnHosts);
        run.avoided.begin(run);
        run.emit(new RunEvent.WorkflowPlanned(PlannedTask.of(run.workflow, run.options.mode(), run.options.secrets())));
        if (start().value() != 0) {
            run.note(Level.WARN, Optional.empty(), "the run starts at task " + start() + ", not at task 0");
        }
    }

    private void restoreOnHosts(TaskId fanOut, Map<String, TaskResult> results) {
        run.results.putOnHosts(fanOut, results);
        results.forEach((host, result) ->
                run.emit(new RunEvent.ResultRestored(fanOut, result.masked(run.options.secrets()), run.mask(host))));
    }

    private void restore(TaskId task, TaskResult result) {
        run.results.restore(task, result);
        run.emit(new RunEvent.ResultRestored(task, result.masked(run.options.secrets())));
    }

    private RunEvent.RunEnded ended(RunEndedException end) {
        int exitCode = end.exitCode();
        String reason = end.getMessage();
        if (run.options.mode().dryRun() && end.isNotSatisfied()) {
            exitCode = ExitCodes.OK;
            reason = reason + "; the outcome of a real run depends on its results";
        }
        if (run.isRecordLost()) {
            // Also if the flow ended with the event that could not be recorded.
            exitCode = Interrupt.LOST_RECORD.exitCode();
            reason = "the run was " + Interrupt.LOST_RECORD.reason();
        }
        List<TaskId> unhandled = exitCode == ExitCodes.OK ? unhandledFailures() : List.of();
        return new RunEvent.RunEnded(run.now(), exitCode, run.mask(reason), lastTask, unhandled);
    }

    private List<TaskId> unhandledFailures() {
        return run.results.failed().stream()
                .filter(task -> !run.workflow.isFailureUsed(task))
                .toList();
    }

    /** Visits one task and returns the next one. */
    private TaskId step(TaskId id) throws RunEndedException, InterruptedException {
        Task task = run.workflow
                .find(id)
                .orElseThrow(() -> new RunEndedException(
                        ExitCodes.NOT_SATISFIED, "the flow reached task " + id + ", which is not defined"));
        int visit = visits.merge(id, 1, Integer::sum) - 1;
        Route route = new TaskVisit(run, task, visit, this::starting).run();
        if (route.jump().isPresent()) {
            TaskId to = route.jump().get();
            onFailurePath = route.failure();
            run.emit(new RunEvent.Moved(route.from(), to, true, run.mask(route.reason())));
            return to;
        }
        return following(route);
    }

    /** Records the task as the last one; ends a dry run that is in a cycle, to which repetitions of a loop do not count. */
    private void starting(TaskKey key) throws RunEndedException {
        if (run.options.mode().dryRun()
                && key.repetition() == 0
                && starts.merge(key.task(), 1, Integer::sum) > DRY_RUN_STARTS) {
            throw new RunEndedException(
                    ExitCodes.OK,
                    "task " + key.task()
                            + " would start for the third time; the outcome of a real run depends on its results");
        }
        lastTask = Optional.of(key);
    }

    private TaskId following(Route route) throws RunEndedException {
        TaskId from = route.from().task();
        FollowingTask following = run.workflow.following(from, onFailurePath, run.options.mode());
        String gaps = describe(following.gaps());
        TaskId to = following
                .task()
                .orElseThrow(() -> new RunEndedException(
                        ExitCodes.OK,
                        following.endsAtGap()
                                ? "the run ends after task " + from + ": " + gaps
                                : "no task follows task " + from));
        run.emit(new RunEvent.Moved(route.from(), to, false, run.mask(route.reason())));
        if (!gaps.isEmpty()) {
            run.note(Level.INFO, Optional.of(route.from()), gaps + "; the next task is task " + to);
        }
        return to;
    }

    /** Describes gaps in words; empty without gaps. */
    private static String describe(List<FollowingTask.Gap> gaps) {
        if (gaps.isEmpty()) {
            return "";
        }
        String ids = gaps.stream().map(Object::toString).collect(Collectors.joining(", "));
        boolean one = gaps.size() == 1 && gaps.get(0).first().equals(gaps.get(0).last());
        return one ? "id " + ids + " is not defined" : "ids " + ids + " are not defined";
    }
}
