package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.Level;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Holds the state and the services of one run. Used on the engine's thread only. */
final class RunContext {

    final Workflow workflow;
    final RunOptions options;
    final ExecutionTypes types;
    final Programs programs;
    final Clock clock;
    final RecordedHistory recorded;
    final SelectedNodes nodes;
    final EngineLoop loop;
    final ResultStore results = new ResultStore();
    final HostKeys hostKeys = new HostKeys(this::mask);
    final HostUses hostUses;
    final AvoidedHosts avoided = new AvoidedHosts();

    private final CommandRunner runner;
    private final RunListener listener;
    private final Map<TaskKey, RunningCommand> running = new LinkedHashMap<>();
    private final Set<List<Object>> warnedCuts = new HashSet<>();
    private Interrupt interrupt;
    private int groupSize;
    private final ExecutionCount executions = new ExecutionCount();

    RunContext(
            Workflow workflow,
            RunOptions options,
            Programs programs,
            CommandRunner runner,
            RunListener listener,
            Clock clock,
            RecordedHistory recorded) {
        this.workflow = workflow;
        this.hostUses = new HostUses(workflow, options.hosts());
        this.options = options;
        this.types = options.execution().types();
        this.programs = programs;
        this.runner = runner;
        this.listener = listener;
        this.clock = clock;
        this.recorded = recorded;
        this.nodes = new SelectedNodes(types, runner, recorded);
        this.loop = new EngineLoop(recorded, this::timerExpired, this::interrupt, listener::endTurn);
    }

    void emit(RunEvent event) {
        if (!recorded.isRecorded(event)) {
            listener.event(event);
            checkRecord();
        }
    }

    /** Interrupts the run if its record can no longer be written (rule 16.12). */
    private boolean checkRecord() {
        if (!listener.isRecording() && interrupt == null) {
            interrupt(Interrupt.LOST_RECORD);
        }
        return !isRecordLost();
    }

    /** Counts an execution that is about to start; interrupts the run at a limit of the administrator (rule 16.14). */
    void countExecution() {
        if (interrupt == null) {
            executions.count(this, listener.recordBytes());
        }
    }

    void emitEnded(TaskKey task, TaskResult result, CapturedOutput stdout, CapturedOutput stderr, boolean retried) {
        emit(new RunEvent.TaskEnded(task, result.masked(options.secrets()), stdout, stderr, retried, Optional.empty()));
    }

    /** Emits the end of a task that runs no command. */
    void emitEnded(TaskKey task, TaskResult result) {
        emitEnded(task, result, CapturedOutput.NOTHING, CapturedOutput.NOTHING, false);
    }

    private void timerExpired(TaskKey task) {
        emit(new RunEvent.Waited(now(), task));
    }

    /** Returns the current time; during a replay, the recorded time of the next event. */
    Instant now() {
        return recorded.nextTime().orElseGet(clock::instant);
    }

    /** Returns the value of {@link System#nanoTime()} at an instant; during live operation, its current value. */
    long nanosAt(Instant instant) {
        long now = System.nanoTime();
        return loop.isLive()
                ? now
                : now - Math.max(0, Duration.between(instant, clock.instant()).toNanos());
    }

    void note(Level level, Optional<TaskKey> task, String text) {
        emit(new RunEvent.Note(level, task, mask(text)));
    }

    /** Emits a note about a wait before it begins; a dry run never waits (rule 15.6). */
    void noteWait(TaskKey task, String what, Duration wait) {
        if (!wait.isZero() && !options.mode().dryRun()) {
            String seconds =
                    BigDecimal.valueOf(wait.toMillis(), 3).stripTrailingZeros().toPlainString();
            note(Level.INFO, Optional.of(task), what + " " + seconds + " s");
        }
    }

    void warn(TaskKey task, String text) {
        note(Level.WARN, Optional.of(task), text);
    }

    /** Warns of references to outputs of which only the first part is kept, once for each task and reference (rule 6.3). */
    private void warnCut(TaskKey task) {
        results.takeCut().forEach((reference, length) -> {
            if (warnedCuts.add(List.of(task.task(), reference))) {
                warn(
                        task,
                        reference + " is the first " + TaskResult.STORED_OUTPUT + " of " + length
                                + " characters: the end of the output is missing there");
            }
        });
    }

    /** Warns of references without a value, which stay as written (rule 7.5). */
    void warnUnresolved(TaskKey task, String field, List<String> unresolved) {
        warnCut(task);
        if (!unresolved.isEmpty()) {
            warn(task, "no value for " + String.join(", ", unresolved) + " in '" + field + "'; it stays as written");
        }
    }

    String mask(String text) {
        return options.secrets().mask(text);
    }

    boolean evaluate(Condition condition, ConditionInput input, TaskKey task) {
        ConditionEvaluator.Evaluation evaluation =
                ConditionEvaluator.evaluate(condition, input, lookup(task), this::mask);
        evaluation.warnings().forEach(warning -> warn(task, warning));
        warnCut(task);
        return evaluation.value();
    }

    /** Evaluates the field {@code condition} of a task; a replay returns the recorded value. */
    boolean evaluateBefore(TaskKey task, Condition condition) {
        return recorded.condition(task).orElseGet(() -> evaluate(condition, ConditionInput.NO_RESULT, task));
    }

    /**
     * Starts a command as soon as the record of its start is durable, or reattaches to it. Its output goes to the listener.
     *
     * @param start the recorded start
     * @param reattach whether an earlier process, which was interrupted, started the command
     */
    RunningCommand start(RunEvent.TaskStarted start, Command command, boolean reattach) {
        TaskKey task = start.task();
        OutputListener live =
                isStreamed(task) ? (stream, text) -> listener.output(task, stream, text) : OutputListener.NONE;
        if (reattach) {
            return running(task, runner.reattach(command, live));
        }
        DurableStart durable = new DurableStart(() -> runner.start(command, live), this::checkRecord);
        Thread engine = Thread.currentThread();
        listener.whenDurable(start, () -> {
            if (Thread.currentThread() == engine) {
                durable.begin();
            } else {
                loop.post(durable::begin);
            }
        });
        return running(task, durable.asStarted());
    }

    private RunningCommand running(TaskKey task, RunningCommand command) {
        running.put(task, command);
        return command;
    }

    /** Returns whether listeners receive the output of a task while its command runs (rule 16.11). */
    boolean isStreamed(TaskKey task) {
        return listener.wantsOutput(task.parent().isPresent() ? groupSize : 1);
    }

    /** Returns the results that an attempt sees: on a host of a fan-out task also those of this host (rule 19.5). */
    ResultLookup lookup(TaskKey task) {
        return task.isOnHost() ? new HostLookup(results, hostKeys.hostname(task)) : results;
    }

    /** Sets the number of members of the group that runs now; groups contain no groups. */
    void enterGroup(int members) {
        groupSize = members;
    }

    void commandEnded(TaskKey task) {
        running.remove(task);
    }

    /** Terminates the command of an attempt, if it runs (rule 5.12). */
    void terminate(TaskKey task) {
        Optional.ofNullable(running.get(task)).ifPresent(RunningCommand::terminate);
    }

    /**
     * Waits on the engine's thread until the time is over or the run is interrupted; a dry run never waits (rule 15.6).
     *
     * @param since when the wait began
     */
    void pause(TaskKey task, Instant since, Duration duration) throws InterruptedException {
        if (duration.isZero() || options.mode().dryRun() || interrupted().isPresent()) {
            return;
        }
        CompletableFuture<Void> over = new CompletableFuture<>();
        loop.schedule(nanosAt(since), duration, task, () -> over.complete(null));
        loop.await(over::isDone);
    }

    /** Ends the run because the end of a command is unknown; an interrupt keeps its exit code (rule 17.3). */
    RunEndedException unknownEnd(String reason) {
        return new RunEndedException(
                interrupted().map(Interrupt::exitCode).orElse(ExitCodes.INTERNAL_ERROR),
                interrupted()
                                .map(cause -> "the run was " + cause.reason() + "; ")
                                .orElse("")
                        + reason);
    }

    boolean isRecordLost() {
        return interrupt == Interrupt.LOST_RECORD;
    }

    Optional<Interrupt> interrupted() {
        return Optional.ofNullable(interrupt);
    }

    /**
     * Terminates all commands and ends all waits; a second interrupt kills the commands at once (rules 17.1, 17.2). If the
     * record is lost, commands end by themselves (rule 16.12), and a later interrupt terminates them.
     */
    void interrupt(Interrupt cause) {
        List<RunningCommand> commands = List.copyOf(running.values());
        if (cause.letsCommandsEnd()) {
            interrupt = cause;
            emit(new RunEvent.Interrupted(now(), cause));
            // Not at once: the event that could not be recorded is still being handled.
            loop.post(loop::expireTimers);
        } else if (interrupt == null || interrupt.letsCommandsEnd()) {
            emit(new RunEvent.Interrupted(now(), cause));
            interrupt = cause;
            commands.forEach(RunningCommand::terminate);
            loop.expireTimers();
        } else {
            commands.forEach(RunningCommand::kill);
        }
    }
}
