package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One place in a group: condition, attempts with retries, and the sleep behind the last attempt (rules 11.2, 11.5, 11.6). */
final class MemberExecution {

    /** What a sub-task asks of its group. */
    interface Group {

        /** What is left of the group's time; empty if it has no limit. */
        Optional<Duration> remaining();

        /** Whether nothing more may start: interrupted, out of time, or the run ends. */
        boolean isStopped();

        /** Whether {@code return} only sets the result (rule 11.9) instead of ending the run (rule 12.5). */
        boolean returnIsOnlyResult();

        /**
         * The sub-task gives its place free.
         *
         * @param result empty if there is none, because the run ends
         */
        void finished(MemberExecution subTask, Optional<TaskResult> result);

        /** The run ends with this when the group is done; no further sub-task starts. */
        void endRun(RunEndedException end);
    }

    private final RunContext run;
    private final Group group;
    private final Task task;
    private final TaskKey key;
    private final int retryCount;
    private final Duration retryDelay;
    private EngineLoop.Timer waiting;

    MemberExecution(RunContext run, Group group, Task task, TaskKey key, int retryCount, Duration retryDelay) {
        this.run = run;
        this.group = group;
        this.task = task;
        this.key = key;
        this.retryCount = retryCount;
        this.retryDelay = retryDelay;
    }

    TaskKey key() {
        return key;
    }

    void start() {
        try {
            if (task.condition().isPresent()
                    && !run.evaluate(task.condition().get(), ConditionInput.NOTHING_YET, key)) {
                Instant now = run.now();
                run.emit(new RunEvent.TaskSkipped(
                        now, key, run.mask(task.condition().get().written())));
                finish(TaskResult.skipped(now));
            } else if (task instanceof Task.Normal normal) {
                attempt(normal, 0);
            } else if (task instanceof Task.Return only) {
                returnOnly(only);
            }
        } catch (RunEndedException e) {
            endRun(e);
        }
    }

    /** The group's time is over: nobody waits for a retry or sleeps any longer. */
    void stopWaiting() {
        if (waiting != null) {
            run.loop.cancel(waiting);
            waiting.action().run();
        }
    }

    private void returnOnly(Task.Return only) throws RunEndedException {
        int code = returnCode(only.returnCode());
        TaskResult result = TaskResult.returned(code, run.now());
        run.emitEnded(key, result);
        finishWith(code, result);
    }

    private void attempt(Task.Normal normal, int number) throws RunEndedException {
        new Attempt(run, normal, key.retry(number))
                .start(
                        group.remaining(),
                        ended -> {
                            try {
                                attemptEnded(normal, number, ended);
                            } catch (RunEndedException e) {
                                endRun(e);
                            }
                        },
                        this::endRun);
    }

    private void attemptEnded(Task.Normal normal, int number, Attempt.Ended ended) throws RunEndedException {
        ended.close();
        TaskResult result = ended.result();
        if (normal.returnCode().isPresent() && group.returnIsOnlyResult()) {
            result = result.withReturnCode(returnCode(normal.returnCode().get()));
        }
        boolean retried = result.status() == TaskStatus.FAILED
                && normal.returnCode().isEmpty()
                && number < retryCount
                && !group.isStopped();
        run.emitEnded(key.retry(number), result, ended.stdout(), ended.stderr(), retried);
        ended.release();
        TaskResult last = result;
        if (retried) {
            run.note(
                    Level.INFO,
                    Optional.of(key.retry(number)),
                    "will be tried again, retry " + (number + 1) + " of " + retryCount);
            run.tellWait(key.retry(number), "waiting for", retryDelay);
            waitThen(last.end(), retryDelay, () -> retry(normal, number + 1, last));
        } else {
            Duration sleep = new TaskNumbers(run, key).sleep(normal.sleep());
            run.tellWait(key.retry(number), "sleeping for", sleep);
            waitThen(last.end(), sleep, () -> slept(normal, last));
        }
    }

    private void retry(Task.Normal normal, int number, TaskResult last) throws RunEndedException {
        if (group.isStopped()) {
            finish(last);
        } else {
            attempt(normal, number);
        }
    }

    private void slept(Task.Normal normal, TaskResult result) throws RunEndedException {
        if (normal.returnCode().isPresent()
                && !group.returnIsOnlyResult()
                && run.interrupted().isEmpty()) {
            finishWith(returnCode(normal.returnCode().get()), result);
        } else {
            finish(result);
        }
    }

    /** In a branch the code ends the run (rule 12.5). */
    private void finishWith(int code, TaskResult result) {
        if (!group.returnIsOnlyResult()) {
            run.emit(new RunEvent.Returned(key, code));
            group.endRun(RunEndedException.returned(key, code));
        }
        finish(result);
    }

    private void finish(TaskResult result) {
        group.finished(this, Optional.of(result));
    }

    private void endRun(RunEndedException end) {
        group.endRun(end);
        group.finished(this, Optional.empty());
    }

    private int returnCode(Template returnCode) throws RunEndedException {
        return new TaskNumbers(run, key).returnCode(returnCode);
    }

    /** Something that happens later and may end the run. */
    private interface Step {
        void take() throws RunEndedException;
    }

    /** @param since when the waiting began */
    private void waitThen(Instant since, Duration duration, Step step) throws RunEndedException {
        if (duration.isZero() || run.options.mode().dryRun() || group.isStopped()) {
            step.take();
            return;
        }
        waiting = run.loop.after(run.nanosAt(since), duration, key, () -> {
            waiting = null;
            try {
                step.take();
            } catch (RunEndedException e) {
                endRun(e);
            }
        });
    }
}
