package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Flow;
import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.Template;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The flow comes to a task: the steps of rule 9.2 with all repetitions of a loop (section 10). */
final class TaskVisit {

    /** What a run of the task left: its result for variables, and what its conditions look at. */
    private record Outcome(TaskResult result, Subject subject) {}

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
            TaskKey key = TaskKey.of(task.id(), repetition, visit);
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
                || run.evaluate(task.condition().get(), Subject.NOTHING_YET, key)) {
            return false;
        }
        run.emit(new RunEvent.TaskSkipped(
                run.clock.instant(), key, run.mask(task.condition().get().written())));
        run.results.put(task.id(), TaskResult.skipped(run.clock.instant()));
        return true;
    }

    private RunEndedException returned(TaskKey key, Task.Return only) throws RunEndedException {
        int code = new Numbers(run, key).returnCode(only.returnCode());
        TaskResult result = TaskResult.returned(code, run.clock.instant());
        run.results.put(task.id(), result);
        run.emitEnded(key, result, RunEvent.Captured.NOTHING, RunEvent.Captured.NOTHING, false);
        return returned(key, code);
    }

    private RunEndedException returned(TaskKey key, int code) {
        run.emit(new RunEvent.Returned(key, code));
        return RunEndedException.returned(key, code);
    }

    private Optional<Route> normal(TaskKey key, Task.Normal normal) throws RunEndedException, InterruptedException {
        CompletableFuture<Attempt.Ended> end = new CompletableFuture<>();
        new Attempt(run, normal, key).start(Optional.empty(), end::complete);
        run.loop.await(end::isDone);
        Attempt.Ended ended = end.join();
        try {
            run.emitEnded(key, ended.result(), ended.stdout(), ended.stderr(), false);
            return decide(
                    key,
                    new Outcome(ended.result(), ended.subject()),
                    normal.flow(),
                    normal.sleep(),
                    normal.returnCode());
        } finally {
            ended.close();
        }
    }

    private Optional<Route> group(TaskKey key) throws RunEndedException, InterruptedException {
        Task.Group group = (Task.Group) task;
        GroupVisit visited = new GroupVisit(run, group, key);
        TaskResult result = visited.take();
        run.emitEnded(key, result, RunEvent.Captured.NOTHING, RunEvent.Captured.NOTHING, false);
        return decide(key, new Outcome(result, visited.subject(result)), group.flow(), group.sleep(), Optional.empty());
    }

    /** Steps 9 to 12: store, sleep, then the way on; empty to repeat the task. */
    private Optional<Route> decide(
            TaskKey key, Outcome outcome, Flow flow, Optional<Template> sleep, Optional<Template> returnCode)
            throws RunEndedException, InterruptedException {
        run.results.put(task.id(), outcome.result());
        run.pause(new Numbers(run, key).sleep(sleep));
        checkInterrupt();
        Routing routing = new Routing(run, key, flow, outcome.subject());
        if (flow.next().mode() == Next.Mode.LOOP && routing.repeats()) {
            return Optional.empty();
        }
        Optional<Route> failure = routing.failure(task instanceof Task.Parallel);
        if (failure.isPresent()) {
            return failure;
        }
        if (returnCode.isPresent()) {
            throw returned(key, new Numbers(run, key).returnCode(returnCode.get()));
        }
        return Optional.of(routing.success());
    }
}
