package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import io.jenkins.plugins.tasker.taskfile.OutputRules;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.text.OnHost;
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
     * @param whenRecorded to be called when the end is recorded
     */
    record Ended(
            TaskResult result,
            ConditionInput subject,
            CapturedOutput stdout,
            CapturedOutput stderr,
            Runnable whenRecorded) {

        /** An end of which the record has all that is needed. */
        static Ended of(RunEvent.TaskEnded recorded) {
            return new Ended(
                    recorded.result(), ConditionInput.NOTHING_YET, recorded.stdout(), recorded.stderr(), () -> {});
        }

        /** Gives back what a large output occupies; the conditions of the task are evaluated. */
        void close() {
            subject.stdout().close();
            subject.stderr().close();
        }

        /** The end is recorded; whatever was kept in case that it would not be may go. */
        void release() {
            whenRecorded.run();
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
     * @param whenUnknown is told why the run ends instead, if how the command ended cannot be known
     * @throws RunEndedException if the execution type is not known (51)
     */
    void start(Optional<Duration> remaining, Consumer<Ended> whenEnded, Consumer<RunEndedException> whenUnknown)
            throws RunEndedException {
        Optional<RunEvent.TaskEnded> recorded = run.recorded.end(key);
        if (recorded.isPresent()) {
            repeat(recorded.get(), whenEnded);
            return;
        }
        boolean again = run.recorded.start(key).isPresent();
        CommandPreparation prepared = CommandPreparation.of(run, task, key, remaining);
        Instant start = run.now();
        run.emit(new RunEvent.TaskStarted(
                start,
                prepared.type(),
                key,
                run.mask(prepared.hostname()),
                prepared.timeLimit(),
                run.mask(prepared.commandLine())));
        if (run.options.mode().dryRun()) {
            whenEnded.accept(ended(prepared, start, DRY, () -> {}));
        } else if (prepared.command().isEmpty()) {
            CommandResult rejected = CommandResult.notStarted(CommandResult.NOT_STARTED, prepared.rejection());
            whenEnded.accept(ended(prepared, start, rejected, () -> {}));
        } else {
            run(prepared, start, again, whenEnded, whenUnknown);
        }
    }

    private void run(
            CommandPreparation prepared,
            Instant start,
            boolean again,
            Consumer<Ended> whenEnded,
            Consumer<RunEndedException> whenUnknown) {
        RunningCommand running = run.start(key, prepared.command().orElseThrow(), again);
        run.loop.expect(key);
        running.result()
                .whenComplete((result, failure) -> run.loop.ended(key, () -> {
                    run.ended(running);
                    if (failure instanceof UnknownEndException unknown) {
                        whenUnknown.accept(unknown(unknown, prepared));
                    } else if (failure != null) {
                        throw new IllegalStateException("running " + key + " failed", failure);
                    } else {
                        whenEnded.accept(ended(prepared, start, result, running::release));
                    }
                }));
    }

    private RunEndedException unknown(UnknownEndException reason, CommandPreparation prepared) {
        return run.unknown("how " + key + " ended is not known: " + reason.getMessage() + "; "
                + OnHost.of("it may still be running", prepared.hostname()) + ", command: "
                + prepared.commandLine());
    }

    /** An attempt that has ended in the recorded past: nothing is started, its end comes when its turn comes. */
    private void repeat(RunEvent.TaskEnded end, Consumer<Ended> whenEnded) {
        RunEvent.TaskStarted start = run.recorded
                .start(key)
                .orElseThrow(() -> run.recorded.diverged("the start of " + key + " is not recorded"));
        run.remember(task.invocation().hostname().render(run.results).text(), start);
        run.emit(start);
        Runnable ended = () -> {
            run.recorded
                    .next()
                    .filter(RunEvent.SuccessEvaluated.class::isInstance)
                    .ifPresent(run::emit);
            whenEnded.accept(Ended.of(end));
        };
        if (run.recorded.isEndOf(key)) {
            ended.run();
        } else {
            run.loop.endedAsRecorded(key, ended);
        }
    }

    private Ended ended(CommandPreparation prepared, Instant start, CommandResult result, Runnable whenRecorded) {
        if (!run.options.mode().dryRun()) {
            run.emit(new RunEvent.CommandEnded(key, result, run.options.secrets()));
        }
        OutputRules rules = task.output();
        Output stdout = OutputSelection.select(run, key, Field.STDOUT_SPLIT, result.stdout(), rules.stdoutSplit());
        Output stderr = OutputSelection.select(run, key, Field.STDERR_SPLIT, result.stderr(), rules.stderrSplit());
        ConditionInput raw =
                new ConditionInput(result.exitCode(), stdout, stderr, result.exitCode() == 0, Optional.empty());
        boolean success = isSuccess(raw);
        TaskStatus status = success
                ? TaskStatus.SUCCESS
                : result.exitCode() == CommandResult.OUT_OF_TIME ? TaskStatus.TIMED_OUT : TaskStatus.FAILED;
        TaskResult stored = new TaskResult(
                head(prepared.hostname(), TaskResult.STORED_HOSTNAME),
                status,
                stdout.head(TaskResult.STORED_OUTPUT),
                result.exitCode(),
                stderr.head(TaskResult.STORED_OUTPUT),
                start,
                result.duration(),
                Optional.empty());
        ConditionInput subject = new ConditionInput(result.exitCode(), stdout, stderr, success, Optional.empty());
        return new Ended(
                stored,
                subject,
                captured(result.stdout(), stored.stdout()),
                captured(result.stderr(), stored.stderr()),
                whenRecorded);
    }

    /** Rule 6.5: the success condition or exit code 0, and every demanded number of lines. */
    private boolean isSuccess(ConditionInput subject) {
        OutputRules rules = task.output();
        boolean success = subject.success();
        if (rules.success().isPresent()) {
            success = run.evaluate(rules.success().get(), subject, key);
            run.emit(new RunEvent.SuccessEvaluated(
                    key, run.mask(rules.success().get().written()), success));
        }
        TaskNumbers numbers = new TaskNumbers(run, key);
        boolean stdout = numbers.isLineCount(
                NumericField.STDOUT_COUNT, rules.stdoutCount(), subject.stdout().lineCount());
        boolean stderr = numbers.isLineCount(
                NumericField.STDERR_COUNT, rules.stderrCount(), subject.stderr().lineCount());
        return success && stdout && stderr;
    }

    private CapturedOutput captured(Output read, String stored) {
        String start = read.head(TaskResult.STORED_OUTPUT);
        Optional<String> unsplit = start.equals(stored)
                ? Optional.empty()
                : Optional.of(run.options.secrets().maskStart(start, TaskResult.STORED_OUTPUT));
        return new CapturedOutput(unsplit, read.length());
    }

    private static String head(String text, int limit) {
        return text.length() <= limit ? text : Output.of(text).head(limit);
    }
}
