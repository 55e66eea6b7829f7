package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import io.jenkins.plugins.tasker.taskfile.OutputRules;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.text.OnHost;
import io.jenkins.plugins.tasker.text.Shortened;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the command of a normal task once: steps 4 to 8 of rule 9.2. Passes the result to a callback on the engine's thread;
 * the caller stores it, sleeps and chooses the route.
 */
final class Attempt {

    /**
     * The end of an attempt.
     *
     * @param result the values of the task's variables
     * @param input the input for the conditions of the task, which see the full split output (rule 6.3)
     * @param whenRecorded called when the journal holds the end
     */
    record Ended(
            TaskResult result,
            ConditionInput input,
            CapturedOutput stdout,
            CapturedOutput stderr,
            Runnable whenRecorded) {

        /** Creates the end from its recorded event, which holds everything that the engine needs. */
        static Ended of(RunEvent.TaskEnded recorded) {
            return new Ended(
                    recorded.result(), ConditionInput.NO_RESULT, recorded.stdout(), recorded.stderr(), () -> {});
        }

        /** Releases the space of large outputs; called when the conditions of the task are evaluated. */
        void close() {
            input.stdout().close();
            input.stderr().close();
        }

        /** Lets the runner delete the files of the command; called when the journal holds the end. */
        void release() {
            whenRecorded.run();
        }
    }

    private static final CommandResult DRY_RUN_RESULT =
            new CommandResult(0, false, Output.EMPTY, Output.EMPTY, Duration.ZERO);

    /** How many characters of a command line are recorded and shown (rule 16.13). */
    private static final int LONGEST_COMMAND_LINE = 16_384;

    private final RunContext run;
    private final Task.Normal task;
    private final TaskKey key;

    Attempt(RunContext run, Task.Normal task, TaskKey key) {
        this.run = run;
        this.task = task;
        this.key = key;
    }

    /**
     * Starts the attempt.
     *
     * @param remaining the remaining time of the group; the smaller limit applies (rule 11.4)
     * @param onEnd receives the end of the attempt
     * @param onUnknownEnd receives the end of the run if the end of the command is unknown
     * @throws RunEndedException if the execution type is unknown (51)
     */
    void start(Optional<Duration> remaining, Consumer<Ended> onEnd, Consumer<RunEndedException> onUnknownEnd)
            throws RunEndedException {
        Optional<RunEvent.TaskEnded> recorded = run.recorded.end(key);
        if (recorded.isPresent()) {
            replay(recorded.get(), onEnd);
            return;
        }
        boolean reattach = run.recorded.start(key).isPresent();
        CommandPreparation prepared = CommandPreparation.of(run, task, key, remaining);
        Instant start = run.now();
        RunEvent.TaskStarted started = new RunEvent.TaskStarted(
                start,
                prepared.type(),
                key,
                run.options.secrets().maskStart(prepared.hostname(), TaskResult.STORED_HOSTNAME),
                prepared.timeLimit(),
                Shortened.ends(run.mask(prepared.commandLine()), LONGEST_COMMAND_LINE));
        run.emit(started);
        if (run.options.mode().dryRun()) {
            onEnd.accept(ended(prepared, start, DRY_RUN_RESULT, () -> {}));
        } else if (prepared.command().isEmpty()) {
            CommandResult rejected = CommandResult.notStarted(CommandResult.NOT_STARTED, prepared.rejection());
            onEnd.accept(ended(prepared, start, rejected, () -> {}));
        } else if (run.isRecordLost()) {
            CommandResult lost = CommandResult.notStarted(
                    CommandResult.NOT_STARTED, "not started: the record of the run can no longer be written");
            onEnd.accept(ended(prepared, start, lost, () -> {}));
        } else {
            run(prepared, started, reattach, onEnd, onUnknownEnd);
        }
    }

    private void run(
            CommandPreparation prepared,
            RunEvent.TaskStarted start,
            boolean reattach,
            Consumer<Ended> onEnd,
            Consumer<RunEndedException> onUnknownEnd) {
        RunningCommand running = run.start(start, prepared.command().orElseThrow(), reattach);
        run.loop.expect(key);
        running.result()
                .whenComplete((result, failure) -> run.loop.ended(key, () -> {
                    run.commandEnded(key);
                    if (failure instanceof UnknownEndException unknown) {
                        onUnknownEnd.accept(unknownEnd(unknown, prepared));
                    } else if (failure != null) {
                        throw new IllegalStateException("running " + key + " failed", failure);
                    } else {
                        onEnd.accept(ended(prepared, start.time(), result, running::release));
                    }
                }));
    }

    private RunEndedException unknownEnd(UnknownEndException reason, CommandPreparation prepared) {
        return run.unknownEnd("the end of " + key + " is unknown: " + reason.getMessage() + "; "
                + OnHost.of("it may still be running", prepared.hostname()) + ", command: "
                + prepared.commandLine());
    }

    /** Replays an attempt with a recorded end: starts nothing, and passes the end on in the recorded order. */
    private void replay(RunEvent.TaskEnded end, Consumer<Ended> onEnd) {
        RunEvent.TaskStarted start = run.recorded
                .start(key)
                .orElseThrow(() -> run.recorded.diverged("the start of " + key + " is not recorded"));
        run.nodes.restore(task.invocation().hostname().render(run.lookup(key)).text(), start);
        run.emit(start);
        Runnable ended = () -> {
            run.recorded
                    .next()
                    .filter(RunEvent.SuccessEvaluated.class::isInstance)
                    .ifPresent(run::emit);
            onEnd.accept(Ended.of(end));
        };
        if (run.recorded.isNextEndOf(key)) {
            ended.run();
        } else {
            run.loop.endRecorded(key, ended);
        }
    }

    private Ended ended(CommandPreparation prepared, Instant start, CommandResult result, Runnable whenRecorded) {
        if (!run.options.mode().dryRun()) {
            run.emit(new RunEvent.CommandEnded(key, result, run.options.secrets(), run.isStreamed(key)));
        }
        OutputRules rules = task.output();
        Output stdout = OutputSelection.select(run, key, Field.STDOUT_SPLIT, result.stdout(), rules.stdoutSplit());
        Output stderr = OutputSelection.select(run, key, Field.STDERR_SPLIT, result.stderr(), rules.stderrSplit());
        boolean lost = reportLoss("stdout", stdout) | reportLoss("stderr", stderr);
        int exitCode = lost && !result.timedOut() ? CommandResult.NOT_STARTED : result.exitCode();
        ConditionInput raw = new ConditionInput(exitCode, stdout, stderr, exitCode == 0, Optional.empty());
        boolean success = isSuccess(raw) && !lost;
        TaskStatus status = success
                ? TaskStatus.SUCCESS
                : exitCode == CommandResult.OUT_OF_TIME ? TaskStatus.TIMED_OUT : TaskStatus.FAILED;
        TaskResult stored = new TaskResult(
                head(prepared.hostname(), TaskResult.STORED_HOSTNAME),
                status,
                stdout.head(TaskResult.STORED_OUTPUT),
                exitCode,
                stderr.head(TaskResult.STORED_OUTPUT),
                start,
                result.duration(),
                Optional.empty(),
                Optional.empty(),
                isCut(stdout) || isCut(stderr)
                        ? Optional.of(new TaskResult.FullLengths(stdout.length(), stderr.length()))
                        : Optional.empty());
        ConditionInput input = new ConditionInput(exitCode, stdout, stderr, success, Optional.empty());
        return new Ended(
                stored,
                input,
                captured(result.stdout(), stored.stdout(), stdout.loss()),
                captured(result.stderr(), stored.stderr(), stderr.loss()),
                whenRecorded);
    }

    private static boolean isCut(Output output) {
        return output.length() > TaskResult.STORED_OUTPUT;
    }

    /** Logs why an output could not be kept (rule 6.3); returns whether it is lost. */
    private boolean reportLoss(String stream, Output output) {
        if (output.loss().isEmpty()) {
            return false;
        }
        run.note(
                Level.ERROR,
                Optional.of(key),
                stream + " could not be kept after " + Counted.of(output.length(), "character") + " (" + output.loss()
                        + "); the task is not successful, and conditions that test " + stream + " are false");
        return true;
    }

    /** Applies rule 6.5: the {@code success} condition or exit code 0, and every required number of lines. */
    private boolean isSuccess(ConditionInput input) {
        OutputRules rules = task.output();
        boolean success = input.success();
        if (rules.success().isPresent()) {
            success = run.evaluate(rules.success().get(), input, key);
            run.emit(new RunEvent.SuccessEvaluated(
                    key, run.mask(rules.success().get().written()), success));
        }
        TaskNumbers numbers = new TaskNumbers(run, key);
        boolean stdout = numbers.isLineCount(
                NumericField.STDOUT_COUNT, rules.stdoutCount(), input.stdout().lineCount());
        boolean stderr = numbers.isLineCount(
                NumericField.STDERR_COUNT, rules.stderrCount(), input.stderr().lineCount());
        return success && stdout && stderr;
    }

    private CapturedOutput captured(Output read, String stored, String loss) {
        String start = read.head(TaskResult.STORED_OUTPUT);
        Optional<String> unsplit = start.equals(stored)
                ? Optional.empty()
                : Optional.of(run.options.secrets().maskStart(start, TaskResult.STORED_OUTPUT));
        return new CapturedOutput(unsplit, read.length(), run.mask(loss), end(read, read.length() - start.length()));
    }

    /** Returns the masked end of an output that is longer than its stored start. */
    private String end(Output read, long beyondStart) {
        if (beyondStart <= 0) {
            return "";
        }
        int limit = (int) Math.min(TaskResult.STORED_END, beyondStart);
        Secrets secrets = run.options.secrets();
        return secrets.maskEnd(read.end(limit + secrets.longest()), limit);
    }

    private static String head(String text, int limit) {
        return text.length() <= limit ? text : Output.of(text).head(limit);
    }
}
