package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskFlow;
import io.jenkins.plugins.tasker.taskfile.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The flow comes to a task: the steps of rule 9.2 with all repetitions of a loop (section 10). */
final class TaskVisit {

    /** What a run of the task left: its result for variables, and what its conditions say. */
    private record Outcome(TaskResult result, RecordedDecisions verdicts) {}

    private final RunContext run;
    private final Task task;
    private final int visit;
    private final Starting starting;

    /** Is told each time the task is about to be run, not skipped; may end the run instead. */
    interface Starting {
        void starting(TaskKey key) throws RunEndedException;
    }

    TaskVisit(RunContext run, Task task, int visit, Starting starting) {
        this.run = run;
        this.task = task;
        this.visit = visit;
        this.starting = starting;
    }

    Route take() throws RunEndedException, InterruptedException {
        for (int repetition = 0; ; repetition++) {
            TaskKey key = TaskKey.of(task.id()).visit(visit).repetition(repetition);
            checkInterrupt();
            if (isSkipped(key)) {
                return Route.toFollowing(key, "skipped");
            }
            starting.starting(key);
            if (task instanceof Task.Return only) {
                throw returned(key, only);
            }
            Optional<Route> route = task instanceof Task.Normal normal ? normal(key, normal) : group(key);
            if (route.isPresent()) {
                return route.get();
            }
        }
    }

    private void checkInterrupt() throws RunEndedException {
        run.loop.runWaiting();
        Optional<Interrupt> interrupt = run.interrupted();
        if (interrupt.isPresent()) {
            throw new RunEndedException(
                    interrupt.get().exitCode(), "the run was " + interrupt.get().reason());
        }
    }

    /** The condition of a conditional task selects its branch instead (rule 12.1). */
    private boolean isSkipped(TaskKey key) {
        if (task instanceof Task.Conditional
                || task.condition().isEmpty()
                || run.evaluate(task.condition().get(), ConditionInput.NOTHING_YET, key)) {
            return false;
        }
        Instant now = run.now();
        run.emit(new RunEvent.TaskSkipped(
                now, key, run.mask(task.condition().get().written())));
        run.results.put(task.id(), TaskResult.skipped(now));
        return true;
    }

    private RunEndedException returned(TaskKey key, Task.Return only) throws RunEndedException {
        int code = new TaskNumbers(run, key).returnCode(only.returnCode());
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
        Attempt.Ended ended = ended(key, normal);
        TaskResult result = ended.result();
        run.results.put(task.id(), result);
        RecordedDecisions verdicts;
        try {
            verdicts = verdicts(key, normal.flow(), ended.subject());
        } finally {
            ended.close();
        }
        emitEnded(key, new Outcome(result, verdicts), ended.stdout(), ended.stderr());
        ended.release();
        return decide(key, new Outcome(result, verdicts), normal.flow(), normal.sleep(), normal.returnCode());
    }

    private Attempt.Ended ended(TaskKey key, Task.Normal normal) throws RunEndedException, InterruptedException {
        CompletableFuture<Attempt.Ended> end = new CompletableFuture<>();
        CompletableFuture<RunEndedException> unknown = new CompletableFuture<>();
        new Attempt(run, normal, key).start(Optional.empty(), end::complete, unknown::complete);
        run.loop.await(() -> end.isDone() || unknown.isDone());
        if (unknown.isDone()) {
            throw unknown.join();
        }
        return end.join();
    }

    private RecordedDecisions verdicts(TaskKey key, TaskFlow flow, ConditionInput subject) {
        return run.recorded
                .end(key)
                .flatMap(RunEvent.TaskEnded::verdicts)
                .orElseGet(() -> RecordedDecisions.of(run, key, flow, subject));
    }

    private void emitEnded(TaskKey key, Outcome outcome, CapturedOutput stdout, CapturedOutput stderr) {
        run.emit(new RunEvent.TaskEnded(
                key,
                outcome.result().masked(run.options.secrets()),
                stdout,
                stderr,
                false,
                Optional.of(outcome.verdicts())));
    }

    private Optional<Route> group(TaskKey key) throws RunEndedException, InterruptedException {
        Task.Group group = (Task.Group) task;
        GroupVisit visited = new GroupVisit(run, group, key);
        TaskResult result = visited.take();
        run.results.put(task.id(), result);
        Outcome outcome = new Outcome(result, verdicts(key, group.flow(), visited.subject(result)));
        emitEnded(key, outcome, CapturedOutput.NOTHING, CapturedOutput.NOTHING);
        return decide(key, outcome, group.flow(), group.sleep(), Optional.empty());
    }

    /** Steps 10 to 12: sleep, then the way on; empty to repeat the task. */
    private Optional<Route> decide(
            TaskKey key, Outcome outcome, TaskFlow flow, Optional<Template> sleep, Optional<Template> returnCode)
            throws RunEndedException, InterruptedException {
        Duration pause = new TaskNumbers(run, key).sleep(sleep);
        run.tellWait(key, "sleeping for", pause);
        run.pause(key, outcome.result().end(), pause);
        checkInterrupt();
        Routing routing = new Routing(run, key, flow, outcome.result(), outcome.verdicts());
        if (flow.next().mode() == Next.Mode.LOOP && routing.repeats()) {
            return Optional.empty();
        }
        Optional<Route> failure = routing.failure(task instanceof Task.Parallel);
        if (failure.isPresent()) {
            return failure;
        }
        if (returnCode.isPresent()) {
            throw returned(key, new TaskNumbers(run, key).returnCode(returnCode.get()));
        }
        return Optional.of(routing.success());
    }
}
