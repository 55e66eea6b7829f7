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
 * Runs the members of a group once (sections 11 and 12). A branch runs one member at a time, stores each result at once, and
 * ends the run at {@code return}.
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
    private boolean timedOut;
    private RunEndedException end;

    /**
     * @param ids members in list order
     * @throws RunEndedException if a member is undefined (14); validation rejects such a file
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
            Task member = run.workflow
                    .find(id)
                    .orElseThrow(() -> new RunEndedException(
                            ExitCodes.NOT_SATISFIED, parent + " lists task " + id + ", which is not defined"));
            members.add(new MemberExecution(run, this, member, parent.member(id, i), retryCount, retryDelay));
        }
    }

    Optional<Duration> limit() {
        return limit;
    }

    /**
     * Runs all members and returns the result of the parent.
     *
     * @param title the beginning of the parent's stdout (rules 11.7, 12.2)
     * @throws RunEndedException if a member of a branch ends the run (rule 12.5)
     */
    TaskResult run(String title) throws RunEndedException, InterruptedException {
        Optional<EngineLoop.Timer> timer = limit.map(time -> run.loop.schedule(started, time, parent, this::timedOut));
        startMore();
        run.loop.await(() -> active == 0 && (next == members.size() || isStopped()));
        timer.ifPresent(run.loop::cancel);
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
        // A member that ends at once calls back from start(); the loop below starts the next one.
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

    private void timedOut() {
        if (run.interrupted().isPresent()) {
            return;
        }
        timedOut = true;
        while (next < members.size()) {
            MemberExecution queued = members.get(next++);
            active++;
            TaskResult result = GroupSummary.notStartedInTime(run.now());
            run.emitEnded(queued.key(), result);
            finished(queued, Optional.of(result));
        }
        members.forEach(MemberExecution::expireTimer);
    }

    @Override
    public Optional<Duration> remaining() {
        return limit.map(time -> time.minusNanos(System.nanoTime() - started))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    @Override
    public boolean isStopped() {
        return end != null || timedOut || run.interrupted().isPresent();
    }

    @Override
    public boolean returnIsOnlyResult() {
        return !branch;
    }

    @Override
    public void finished(MemberExecution member, Optional<TaskResult> result) {
        active--;
        result.ifPresent(value -> store(member, value));
        startMore();
    }

    private void store(MemberExecution member, TaskResult result) {
        results.set(member.key().position(), result);
        if (branch) {
            run.results.put(member.key().task(), result);
        }
    }

    @Override
    public void endRun(RunEndedException reason) {
        if (end == null) {
            end = reason;
        }
    }
}
