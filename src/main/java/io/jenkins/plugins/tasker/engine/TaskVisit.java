package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskFlow;
import io.jenkins.plugins.tasker.taskfile.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Visits one task of the flow: runs the steps of rule 9.2 with all repetitions of a loop (section 10). */
final class TaskVisit {

    /**
     * The result of one pass, with the values of the conditions that choose the route.
     *
     * @param stopped whether more members of the group failed than {@code max_fail} allows
     */
    private record Outcome(TaskResult result, RecordedDecisions decisions, boolean stopped) {

        Outcome(TaskResult result, RecordedDecisions decisions) {
            this(result, decisions, false);
        }
    }

    private final RunContext run;
    private final Task task;
    private final int visit;
    private final StartListener startListener;

    /** Called before each pass of the task that is not skipped; may end the run instead. */
    interface StartListener {
        void starting(TaskKey key) throws RunEndedException;
    }

    TaskVisit(RunContext run, Task task, int visit, StartListener startListener) {
        this.run = run;
        this.task = task;
        this.visit = visit;
        this.startListener = startListener;
    }

    /** Runs the task and returns the next step of the flow. */
    Route run() throws RunEndedException, InterruptedException {
        for (int repetition = 0; ; repetition++) {
            TaskKey key = TaskKey.of(task.id()).visit(visit).repetition(repetition);
            checkInterrupt();
            run.countExecution();
            checkInterrupt();
            if (isSkipped(key)) {
                return Route.toFollowing(key, "skipped");
            }
            startListener.starting(key);
            if (task instanceof Task.Return returning) {
                throw returned(key, returning);
            }
            Optional<Route> route = task instanceof Task.Normal normal ? normal(key, normal) : group(key);
            if (route.isPresent()) {
                return route.get();
            }
        }
    }

    private void checkInterrupt() throws RunEndedException {
        run.loop.processQueued();
        Optional<Interrupt> interrupt = run.interrupted();
        if (interrupt.isPresent()) {
            throw new RunEndedException(
                    interrupt.get().exitCode(), "the run was " + interrupt.get().reason());
        }
    }

    /** Evaluates {@code condition}; that of a conditional task selects its branch instead (rule 12.1). */
    private boolean isSkipped(TaskKey key) {
        if (task instanceof Task.Conditional
                || task.condition().isEmpty()
                || run.evaluateBefore(key, task.condition().get())) {
            return false;
        }
        Instant now = run.now();
        run.emit(new RunEvent.TaskSkipped(
                now, key, run.mask(task.condition().get().written())));
        run.results.put(task.id(), TaskResult.skipped(now));
        return true;
    }

    private RunEndedException returned(TaskKey key, Task.Return returning) throws RunEndedException {
        int code = new TaskNumbers(run, key).returnCode(returning.returnCode());
        TaskResult result = TaskResult.returned(code, run.now());
        run.results.put(task.id(), result);
        run.emitEnded(key, result);
        return returned(key, code);
    }

    private RunEndedException returned(TaskKey key, int code) {
        run.emit(new RunEvent.Returned(key, code));
        return RunEndedException.returned(key, code);
    }

    private Optional<Route> normal(TaskKey key, Task.Normal normal) throws RunEndedException, InterruptedException {
        Attempt.Ended ended = awaitEnd(key, normal);
        TaskResult result = ended.result();
        if (task instanceof Task.FanOut) {
            run.results.putFanOut(task.id(), result);
        } else {
            run.results.put(task.id(), result);
        }
        RecordedDecisions decisions;
        try {
            decisions = decisions(key, normal.flow(), ended.input());
        } finally {
            ended.close();
        }
        emitEnded(key, new Outcome(result, decisions), ended.stdout(), ended.stderr());
        ended.release();
        return route(key, new Outcome(result, decisions), normal.flow(), normal.sleep(), normal.returnCode());
    }

    private Attempt.Ended awaitEnd(TaskKey key, Task.Normal normal) throws RunEndedException, InterruptedException {
        CompletableFuture<Attempt.Ended> end = new CompletableFuture<>();
        CompletableFuture<RunEndedException> unknownEnd = new CompletableFuture<>();
        new Attempt(run, normal, key).start(Optional.empty(), end::complete, unknownEnd::complete);
        run.loop.await(() -> end.isDone() || unknownEnd.isDone());
        if (unknownEnd.isDone()) {
            throw unknownEnd.join();
        }
        return end.join();
    }

    private RecordedDecisions decisions(TaskKey key, TaskFlow flow, ConditionInput input) {
        return run.recorded
                .end(key)
                .flatMap(RunEvent.TaskEnded::verdicts)
                .orElseGet(() -> RecordedDecisions.of(run, key, flow, input));
    }

    private void emitEnded(TaskKey key, Outcome outcome, CapturedOutput stdout, CapturedOutput stderr) {
        run.emit(new RunEvent.TaskEnded(
                key,
                outcome.result().masked(run.options.secrets()),
                stdout,
                stderr,
                false,
                Optional.of(outcome.decisions())));
    }

    private Optional<Route> group(TaskKey key) throws RunEndedException, InterruptedException {
        Task.Group group = (Task.Group) task;
        GroupVisit groupVisit = new GroupVisit(run, group, key);
        GroupOutcome ended = groupVisit.run();
        TaskResult result = ended.result();
        if (task instanceof Task.FanOut) {
            run.results.putFanOut(task.id(), result);
        } else {
            run.results.put(task.id(), result);
        }
        RecordedDecisions decisions = ended.isComplete()
                ? decisions(key, group.flow(), groupVisit.conditionInput(result))
                : RecordedDecisions.NOT_SATISFIED;
        Outcome outcome = new Outcome(result, decisions, ended.stopped());
        emitEnded(key, outcome, CapturedOutput.NOTHING, CapturedOutput.NOTHING);
        return route(key, outcome, group.flow(), group.sleep(), Optional.empty());
    }

    /** Runs steps 10 to 12 of rule 9.2: sleeps, then returns the route; empty to repeat the task. */
    private Optional<Route> route(
            TaskKey key, Outcome outcome, TaskFlow flow, Optional<Template> sleep, Optional<Template> returnCode)
            throws RunEndedException, InterruptedException {
        Duration pause = new TaskNumbers(run, key).sleep(sleep);
        run.noteWait(key, "sleeping for", pause);
        run.pause(key, outcome.result().end(), pause);
        checkInterrupt();
        Routing routing = new Routing(run, key, flow, outcome.result(), outcome.decisions());
        if (outcome.stopped()) {
            return Optional.of(
                    routing.afterStop(((Task.Group) task).rollout().budget().isPresent()));
        }
        if (flow.next().mode() == Next.Mode.LOOP && routing.repeats()) {
            return Optional.empty();
        }
        Optional<Route> failure =
                routing.afterFailure(task instanceof Task.Group && !(task instanceof Task.Conditional));
        if (failure.isPresent()) {
            return failure;
        }
        if (returnCode.isPresent()) {
            throw returned(key, new TaskNumbers(run, key).returnCode(returnCode.get()));
        }
        return Optional.of(routing.afterSuccess());
    }
}
