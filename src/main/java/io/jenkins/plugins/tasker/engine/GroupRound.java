package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One round of a group (sections 11 and 12). A branch is a group of one at a time whose results are stored at once and in
 * which {@code return} ends the run.
 */
final class GroupRound implements MemberExecution.Group {

    private final RunContext run;
    private final TaskKey parent;
    private final boolean branch;
    private final int maxParallel;
    private final Optional<Duration> limit;
    private final Instant start;
    private final long started;
    private final List<TaskId> ids;
    private final List<MemberExecution> members = new ArrayList<>();
    private final List<TaskResult> results;
    private int next;
    private int active;
    private boolean starting;
    private boolean outOfTime;
    private RunEndedException end;

    /**
     * @param ids sub-tasks in list order
     * @throws RunEndedException if one of them is not defined (14), which only happens when validation was skipped
     */
    GroupRound(
            RunContext run,
            TaskKey parent,
            Task.Group task,
            List<TaskId> ids,
            int maxParallel,
            boolean branch,
            Instant start)
            throws RunEndedException {
        this.run = run;
        this.parent = parent;
        this.branch = branch;
        this.maxParallel = maxParallel;
        this.ids = ids;
        this.start = start;
        this.started = run.nanosAt(start);
        this.results = new ArrayList<>(Collections.nCopies(ids.size(), null));
        TaskNumbers numbers = new TaskNumbers(run, parent);
        this.limit = run.options.mode().dryRun() ? Optional.empty() : numbers.groupLimit(task.timeout());
        boolean retries = task.retries().enabled();
        int retryCount = retries ? numbers.retryCount(task.retries().count()) : 0;
        Duration retryDelay = retries ? numbers.retryDelay(task.retries().delay()) : Duration.ZERO;
        for (int i = 0; i < ids.size(); i++) {
            TaskId id = ids.get(i);
            Task subTask = run.workflow
                    .find(id)
                    .orElseThrow(() -> new RunEndedException(
                            ExitCodes.NOT_SATISFIED, parent + " lists task " + id + ", which is not defined"));
            members.add(new MemberExecution(run, this, subTask, parent.member(id, i), retryCount, retryDelay));
        }
    }

    Optional<Duration> limit() {
        return limit;
    }

    /**
     * Runs all sub-tasks and gives the result of the parent, or leaves the flow (rule 12.5).
     *
     * @param title how the parent's stdout begins (rules 11.7, 12.2)
     */
    TaskResult run(String title) throws RunEndedException, InterruptedException {
        Optional<EngineLoop.Timer> alarm = limit.map(time -> run.loop.after(started, time, parent, this::outOfTime));
        startMore();
        run.loop.await(() -> active == 0 && (next == members.size() || isStopped()));
        alarm.ifPresent(run.loop::cancel);
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) != null) {
                run.results.put(ids.get(i), results.get(i));
            }
        }
        if (end != null && run.interrupted().isEmpty()) {
            throw end;
        }
        return GroupSummary.of(ids, results).result(title, branch ? "conditional" : "parallel", start, duration());
    }

    private Duration duration() {
        return run.recorded
                .end(parent)
                .map(recorded -> recorded.result().duration())
                .orElseGet(() -> Duration.ofNanos(System.nanoTime() - started));
    }

    private void startMore() {
        // A sub-task that ends at once calls back while it is being started; the loop below goes on then.
        if (starting) {
            return;
        }
        starting = true;
        while (active < maxParallel && next < members.size() && !isStopped()) {
            active++;
            members.get(next++).start();
        }
        starting = false;
    }

    private void outOfTime() {
        if (run.interrupted().isPresent()) {
            return;
        }
        outOfTime = true;
        while (next < members.size()) {
            MemberExecution queued = members.get(next++);
            active++;
            TaskResult result = GroupSummary.notStartedInTime(run.now());
            run.emitEnded(queued.key(), result);
            finished(queued, Optional.of(result));
        }
        members.forEach(MemberExecution::stopWaiting);
    }

    @Override
    public Optional<Duration> remaining() {
        return limit.map(time -> time.minusNanos(System.nanoTime() - started))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    @Override
    public boolean isStopped() {
        return end != null || outOfTime || run.interrupted().isPresent();
    }

    @Override
    public boolean returnIsOnlyResult() {
        return !branch;
    }

    @Override
    public void finished(MemberExecution subTask, Optional<TaskResult> result) {
        active--;
        result.ifPresent(known -> store(subTask, known));
        startMore();
    }

    private void store(MemberExecution subTask, TaskResult result) {
        results.set(subTask.key().position(), result);
        if (branch) {
            run.results.put(subTask.key().task(), result);
        }
    }

    @Override
    public void endRun(RunEndedException reason) {
        if (end == null) {
            end = reason;
        }
    }
}
