package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.Output;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import io.jenkins.plugins.tasker.taskfile.OutputRules;
import io.jenkins.plugins.tasker.taskfile.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One attempt to run the command of a normal task: steps 4 to 8 of rule 9.2. The result is handed over on the engine's
 * thread; storing it, sleeping and routing are the caller's.
 */
final class Attempt {

    /**
     * @param result for variables
     * @param subject for the conditions of the task itself, which see the full split output (rule 6.3)
     */
    record Ended(TaskResult result, Subject subject, RunEvent.Captured stdout, RunEvent.Captured stderr) {

        /** Gives back what a large output occupies; the conditions of the task are evaluated. */
        void close() {
            subject.stdout().close();
            subject.stderr().close();
        }
    }

    private static final CommandResult DRY = new CommandResult(0, false, Output.EMPTY, Output.EMPTY, Duration.ZERO);

    private final RunContext run;
    private final Task.Normal task;
    private final TaskKey key;

    Attempt(RunContext run, Task.Normal task, TaskKey key) {
        this.run = run;
        this.task = task;
        this.key = key;
    }

    /**
     * @param remaining what is left of the group's time; the smaller limit counts (rule 11.4)
     * @throws RunEndedException if the execution type is not known (51)
     */
    void start(Optional<Duration> remaining, Consumer<Ended> whenEnded) throws RunEndedException {
        Preparation prepared = Preparation.of(run, task, key, remaining);
        Instant start = run.clock.instant();
        run.emit(new RunEvent.TaskStarted(
                start,
                key,
                prepared.type(),
                run.mask(prepared.hostname()),
                run.mask(prepared.commandLine()),
                prepared.timeLimit()));
        if (run.options.dryRun()) {
            whenEnded.accept(ended(prepared, start, DRY));
        } else if (prepared.command().isEmpty()) {
            String reason = prepared.rejection();
            whenEnded.accept(ended(prepared, start, CommandResult.notStarted(CommandResult.NOT_STARTED, reason)));
        } else {
            var running = run.start(key, prepared.command().get());
            running.result()
                    .whenComplete((result, failure) -> run.loop.post(() -> {
                        run.ended(running);
                        if (failure != null) {
                            throw new IllegalStateException("running " + key + " failed", failure);
                        }
                        whenEnded.accept(ended(prepared, start, result));
                    }));
        }
    }

    private Ended ended(Preparation prepared, Instant start, CommandResult result) {
        if (!run.options.dryRun()) {
            run.emit(new RunEvent.CommandEnded(key, result, run.options.secrets()));
        }
        OutputRules rules = task.output();
        Output stdout = OutputSelection.select(run, key, Field.STDOUT_SPLIT, result.stdout(), rules.stdoutSplit());
        Output stderr = OutputSelection.select(run, key, Field.STDERR_SPLIT, result.stderr(), rules.stderrSplit());
        Subject raw = new Subject(result.exitCode(), stdout, stderr, result.exitCode() == 0, Optional.empty());
        boolean success = isSuccess(raw);
        TaskStatus status = success
                ? TaskStatus.SUCCESS
                : result.exitCode() == CommandResult.OUT_OF_TIME ? TaskStatus.TIMED_OUT : TaskStatus.FAILED;
        TaskResult stored = new TaskResult(
                status,
                result.exitCode(),
                stdout.head(TaskResult.STORED_OUTPUT),
                stderr.head(TaskResult.STORED_OUTPUT),
                head(prepared.hostname(), TaskResult.STORED_HOSTNAME),
                start,
                result.duration(),
                Optional.empty());
        Subject subject = new Subject(result.exitCode(), stdout, stderr, success, Optional.empty());
        return new Ended(
                stored,
                subject,
                captured(result.stdout(), stored.stdout()),
                captured(result.stderr(), stored.stderr()));
    }

    /** Rule 6.5: the success condition or exit code 0, and every demanded number of lines. */
    private boolean isSuccess(Subject subject) {
        OutputRules rules = task.output();
        boolean success = subject.success();
        if (rules.success().isPresent()) {
            success = run.evaluate(rules.success().get(), subject, key);
            run.emit(new RunEvent.SuccessEvaluated(
                    key, run.mask(rules.success().get().written()), success));
        }
        Numbers numbers = new Numbers(run, key);
        boolean counts = rules.stdoutCount()
                        .map(demand -> numbers.isLineCount(
                                NumericField.STDOUT_COUNT,
                                demand,
                                subject.stdout().lineCount()))
                        .orElse(true)
                && rules.stderrCount()
                        .map(demand -> numbers.isLineCount(
                                NumericField.STDERR_COUNT,
                                demand,
                                subject.stderr().lineCount()))
                        .orElse(true);
        return success && counts;
    }

    private RunEvent.Captured captured(Output read, String stored) {
        String start = read.head(TaskResult.STORED_OUTPUT);
        Optional<String> unsplit = start.equals(stored)
                ? Optional.empty()
                : Optional.of(run.options.secrets().maskStart(start, TaskResult.STORED_OUTPUT));
        return new RunEvent.Captured(unsplit, read.length());
    }

    private static String head(String text, int limit) {
        return text.length() <= limit ? text : Output.of(text).head(limit);
    }
}
