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
 * Runs a workflow from its start to its end (section 9) and tells everything as {@link RunEvent}s. {@link #run()} occupies
 * one thread; the commands of a group run at the same time without further ones.
 */
public final class WorkflowEngine {

    /** How often a dry run starts a sequential task: at the third time it goes in a circle (rule 15.7). */
    private static final int DRY_RUN_STARTS = 2;

    private final RunContext run;
    private final Map<TaskId, Integer> visits = new HashMap<>();
    private final Map<TaskId, Integer> starts = new HashMap<>();
    private boolean onFailurePath;
    private Optional<TaskKey> lastTask = Optional.empty();

    /** A run that begins. */
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
     * @param runner where commands run
     * @param programs what can be run there
     * @param listener is told every event that is not recorded, on the thread that calls {@link #run()}
     * @param recorded what happened already, if the run was cut off and is continued
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

    /** Ends the run from outside, at any time and from any thread; a second time it kills at once (section 17). */
    public void interrupt(Interrupt cause) {
        run.loop.post(() -> run.interrupt(cause));
    }

    /** The task with which the run starts (rules 9.1 and 15.8). */
    public TaskId start() {
        return run.options.startFrom().orElseGet(run.workflow::start);
    }

    /**
     * Runs to the end, once.
     *
     * @return the last event, which was told to the listener as well if it is new
     * @throws InterruptedException if the calling thread is interrupted; commands may still run then
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
            ended = ended(run.unknown(e.getMessage()));
        } catch (NonDeterministicReplayException e) {
            ended = ended(new RunEndedException(ExitCodes.INTERNAL_ERROR, e.getMessage()));
        }
        run.emit(ended);
        return ended;
    }

    private void begin() {
        // Before the plan: where a record holds a plan, it holds all that was restored, wherever it is cut.
        run.options.restored().forEach(this::restore);
        run.emit(new RunEvent.WorkflowPlanned(PlannedTask.of(run.workflow, run.options.mode(), run.options.secrets())));
        if (start().value() != 0) {
            run.note(Level.WARN, Optional.empty(), "the run starts at task " + start() + ", not at task 0");
        }
    }

    private void restore(TaskId task, TaskResult result) {
        run.results.put(task, result);
        run.emit(new RunEvent.ResultRestored(task, result.masked(run.options.secrets())));
    }

    private RunEvent.RunEnded ended(RunEndedException end) {
        int exitCode = end.exitCode();
        String reason = end.getMessage();
        if (run.options.mode().dryRun() && end.isNotSatisfied()) {
            exitCode = ExitCodes.OK;
            reason = reason + "; the outcome of a real run depends on its results";
        }
        return new RunEvent.RunEnded(run.now(), exitCode, run.mask(reason), lastTask);
    }

    /** Runs one task with its repetitions; gives the task that comes next or leaves the flow. */
    private TaskId step(TaskId id) throws RunEndedException, InterruptedException {
        Task task = run.workflow
                .find(id)
                .orElseThrow(() -> new RunEndedException(
                        ExitCodes.NOT_SATISFIED, "the flow came to task " + id + ", which is not defined"));
        int visit = visits.merge(id, 1, Integer::sum) - 1;
        Route route = new TaskVisit(run, task, visit, this::starting).take();
        if (route.jump().isPresent()) {
            TaskId to = route.jump().get();
            onFailurePath = route.failure();
            run.emit(new RunEvent.Moved(route.from(), to, true, run.mask(route.reason())));
            return to;
        }
        return following(route);
    }

    /** A task is about to be run, not skipped; repetitions of a loop do not count as a circle. */
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
                                ? "the run ends behind task " + from + ": " + gaps
                                : "no task follows task " + from));
        run.emit(new RunEvent.Moved(route.from(), to, false, run.mask(route.reason())));
        if (!gaps.isEmpty()) {
            run.note(Level.INFO, Optional.of(route.from()), gaps + "; the run goes on with task " + to);
        }
        return to;
    }

    /** Empty without gaps. */
    private static String describe(List<FollowingTask.Gap> gaps) {
        if (gaps.isEmpty()) {
            return "";
        }
        String ids = gaps.stream().map(Object::toString).collect(Collectors.joining(", "));
        boolean one = gaps.size() == 1 && gaps.get(0).first().equals(gaps.get(0).last());
        return one ? "id " + ids + " is not defined" : "ids " + ids + " are not defined";
    }
}
