package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Runs one member of a group: condition, attempts with retries, and the sleep after the last one (rules 11.2, 11.5, 11.6). */
final class MemberExecution {

    /** The group of a member, as the member sees it. */
    interface Group {

        /** Returns the remaining time of the group; empty without a time limit. */
        Optional<Duration> remaining();

        /** Returns whether no further command may start: interrupted, timed out, or the run ends. */
        boolean isStopped();

        /** Returns whether {@code return} only sets the result (rule 11.9) instead of ending the run (rule 12.5). */
        boolean returnIsOnlyResult();

        /**
         * Called when a member is finished and another one may start.
         *
         * @param result empty if the run ends without a result of the member
         */
        void finished(MemberExecution member, Optional<TaskResult> result);

        /** Ends the run when all running members are finished; no further member starts. */
        void endRun(RunEndedException end);
    }

    private final RunContext run;
    private final Group group;
    private final Task task;
    private final TaskKey key;
    private final GroupSettings settings;
    private EngineLoop.Timer timer;
    private TaskKey running;
    private boolean terminated;

    MemberExecution(RunContext run, Group group, Task task, TaskKey key, GroupSettings settings) {
        this.run = run;
        this.group = group;
        this.task = task;
        this.key = key;
        this.settings = settings;
    }

    TaskKey key() {
        return key;
    }

    void start() {
        run.countExecution();
        if (run.interrupted().isPresent()) {
            group.finished(this, Optional.empty());
            return;
        }
        try {
            if (task.condition().isPresent()
                    && !run.evaluateBefore(key, task.condition().get())) {
                Instant now = run.now();
                run.emit(new RunEvent.TaskSkipped(
                        now, key, run.mask(task.condition().get().written())));
                finish(TaskResult.skipped(now));
            } else if (task instanceof Task.Normal normal) {
                attempt(normal, 0);
            } else if (task instanceof Task.Return returning) {
                returnTask(returning);
            }
        } catch (RunEndedException e) {
            endRun(e);
        }
    }

    /** Terminates the command of the member, if it runs; then it has failed, whatever its end (rule 19.10). */
    void terminate() {
        if (running != null) {
            terminated = true;
            run.terminate(running);
        }
    }

    /** Ends a sleep or a retry delay at once, because the group starts nothing further. */
    void expireTimer() {
        if (timer != null) {
            run.loop.cancel(timer);
            timer.action().run();
        }
    }

    private void returnTask(Task.Return returning) throws RunEndedException {
        int code = returnCode(returning.returnCode());
        TaskResult result = TaskResult.returned(code, run.now());
        run.emitEnded(key, result);
        finishWith(code, result);
    }

    private void attempt(Task.Normal normal, int number) throws RunEndedException {
        running = key.retry(number);
        new Attempt(run, normal, running)
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
        running = null;
        TaskResult result = terminated ? ended.result().terminated() : ended.result();
        if (normal.returnCode().isPresent() && group.returnIsOnlyResult()) {
            result = result.withReturnCode(returnCode(normal.returnCode().get()));
        }
        boolean retried = result.status() == TaskStatus.FAILED
                && normal.returnCode().isEmpty()
                && number < settings.retryCount()
                && run.avoided.reason(key).isEmpty()
                && !group.isStopped();
        run.emitEnded(key.retry(number), result, ended.stdout(), ended.stderr(), retried);
        ended.release();
        TaskResult last = result;
        if (retried) {
            run.note(
                    Level.INFO,
                    Optional.of(key.retry(number)),
                    "will be retried, retry " + (number + 1) + " of " + settings.retryCount());
            run.noteWait(key.retry(number), "waiting for", settings.retryDelay());
            waitThen(last.end(), settings.retryDelay(), () -> retry(normal, number + 1, last));
        } else {
            Duration sleep = new TaskNumbers(run, key).sleep(normal.sleep());
            run.noteWait(key.retry(number), "sleeping for", sleep);
            waitThen(last.end(), sleep, () -> afterSleep(normal, last));
        }
    }

    private void retry(Task.Normal normal, int number, TaskResult last) throws RunEndedException {
        if (group.isStopped()) {
            finish(last);
        } else {
            attempt(normal, number);
        }
    }

    private void afterSleep(Task.Normal normal, TaskResult result) throws RunEndedException {
        if (normal.returnCode().isPresent()
                && !group.returnIsOnlyResult()
                && run.interrupted().isEmpty()) {
            finishWith(returnCode(normal.returnCode().get()), result);
        } else {
            finish(result);
        }
    }

    /** In a branch, the code ends the run (rule 12.5). */
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

    /** An action that may end the run. */
    private interface Step {
        void run() throws RunEndedException;
    }

    /** @param since when the wait began */
    private void waitThen(Instant since, Duration duration, Step step) throws RunEndedException {
        if (duration.isZero() || run.options.mode().dryRun() || group.isStopped()) {
            step.run();
            return;
        }
        timer = run.loop.schedule(run.nanosAt(since), duration, key, () -> {
            timer = null;
            try {
                step.run();
            } catch (RunEndedException e) {
                endRun(e);
            }
        });
    }
}
