package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.Interrupt;
import io.jenkins.plugins.tasker.engine.MaskedOutput;
import io.jenkins.plugins.tasker.engine.MemberSelection;
import io.jenkins.plugins.tasker.engine.RecordedHistory;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.WorkflowEngine;
import io.jenkins.plugins.tasker.journal.RecordedEvents;
import io.jenkins.plugins.tasker.journal.RestoredResults;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.validation.Plan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs a task file from its text to the exit code: task validation, start, restored results, host validation, plan and run, in
 * the order of rule 15.2. Occupies its thread until the run has ended.
 */
public final class RunSession {

    private final RunRequest request;
    private final ExecutionEnvironment environment;
    private final RunObservers observers;
    private final RunLog log;
    private final Clock clock;
    private Optional<Thread> worker = Optional.empty();
    private Optional<WorkflowEngine> engine = Optional.empty();
    private Optional<Interrupt> interrupt = Optional.empty();
    private Optional<NotStarted> notStarted = Optional.empty();

    public RunSession(RunRequest request, ExecutionEnvironment environment, RunObservers observers, Clock clock) {
        this.request = request;
        this.environment = environment;
        this.observers = observers;
        this.log = observers.log();
        this.clock = clock;
    }

    /**
     * Runs the task file. Called once.
     *
     * @return the exit code (section 18)
     * @throws InterruptedException if the thread is interrupted other than by {@link #interrupt}
     */
    public int run() throws InterruptedException {
        return run(this::start);
    }

    /**
     * Continues a run that was interrupted, for example by a restart of Jenkins. Called once. Recorded events are neither
     * repeated nor logged again; the environment reattaches to commands that still run.
     *
     * @param recorded the events of the request's journal; without any event the run starts from its beginning
     * @return the exit code (section 18)
     * @throws InterruptedException if the thread is interrupted other than by {@link #interrupt}
     */
    public int continueRun(RecordedEvents recorded) throws InterruptedException {
        return run(recorded.isEmpty() ? this::start : () -> replay(recorded));
    }

    private interface Steps {

        int perform() throws SessionEndedException, InterruptedException;
    }

    private int run(Steps steps) throws InterruptedException {
        begin();
        try {
            return steps.perform();
        } catch (SessionEndedException e) {
            notStarted = Optional.of(NotStarted.because(e.getMessage()));
            return ended(e.exitCode(), e.isLogged() ? "" : e.getMessage());
        } catch (InterruptedException e) {
            Interrupt cause = interruptedBy().orElseThrow(() -> e);
            String reason = "the run was " + cause.reason() + " before its first task";
            notStarted = Optional.of(NotStarted.because(reason));
            return ended(cause.exitCode(), reason);
        } finally {
            worker = Optional.empty();
        }
    }

    /** Returns why no task started; empty if the run reached its tasks. Called after the session has ended. */
    public Optional<NotStarted> notStarted() {
        return notStarted;
    }

    private synchronized void begin() {
        worker = Optional.of(Thread.currentThread());
    }

    private synchronized Optional<Interrupt> interruptedBy() {
        return interrupt;
    }

    private int ended(int exitCode, String message) {
        if (!message.isEmpty()) {
            log.write(Level.ERROR, message);
        }
        log.always("Final exit code: " + exitCode);
        return exitCode;
    }

    private int start() throws SessionEndedException, InterruptedException {
        TaskFile file = request.input().parse();
        checkVariables();
        Optional<TaskId> first = request.start().task();
        Validation validation = new Validation(request, environment, observers);
        ResumeSource resumeSource = new ResumeSource(request);
        validation.tasks(file, resumeSource.restorable(file));
        Workflow workflow = Workflow.of(file, request.input().variables());
        if (first.isPresent()) {
            checkStart(workflow, first.get());
        }
        Map<TaskId, TaskResult> results = new TreeMap<>(resumeSource.restore(workflow, log));
        MemberSelection members = new MemberSelector(request, workflow, log).select(results);
        members = members.avoiding(validation.hosts(workflow, members));
        List<String> plan = request.mode().showPlan() ? showPlan(workflow) : List.of();
        if (request.checks().only()) {
            notStarted = Optional.of(NotStarted.because(""));
            return ended(ExitCodes.OK, "");
        }
        List<SettingSource> settings = new ArrayList<>(request.settings());
        if (!UsedTypes.includesDefault(file)) {
            settings.removeIf(ResolvedDefaults::isStandardType);
        }
        if (request.mode().showPlan()) {
            PlanDecision decision = observers.approval().decide(plan);
            if (!decision.approved()) {
                notStarted = Optional.of(NotStarted.declined(decision.user()));
                log.always("Plan declined by " + decision.user() + "; nothing was run");
                return ended(ExitCodes.OK, "");
            }
            settings.add(new SettingSource("approved by", decision.user(), "answer to the plan"));
        }
        return execute(workflow, options(results, members), settings, RecordedEvents.none());
    }

    private void checkVariables() throws SessionEndedException {
        UnknownVariables unknown = UnknownVariables.of(request.input());
        unknown.warnings().forEach(warning -> log.write(Level.WARN, warning));
        if (!unknown.errors().isEmpty()) {
            throw new SessionEndedException(ExitCodes.USAGE, String.join("; ", unknown.errors()));
        }
    }

    private List<String> showPlan(Workflow workflow) {
        TaskId start = request.start().task().orElseGet(workflow::start);
        List<String> plan = Plan.lines(
                        workflow,
                        start,
                        request.execution().defaults().executionType(),
                        request.input().hosts())
                .stream()
                .map(request.secrets()::mask)
                .toList();
        log.always("Plan:");
        plan.forEach(log::always);
        return plan;
    }

    private int replay(RecordedEvents recorded) throws SessionEndedException, InterruptedException {
        Workflow workflow = Workflow.of(request.input().parse(), request.input().variables());
        RunRecord record = recorded.record();
        List<TaskExecution> running = record.unknownCommands();
        log.always("=== " + request.input().fileName() + ": the run continues after an interruption ===");
        log.write(
                Level.INFO,
                running.isEmpty()
                        ? "No command was running"
                        : "Reattaching to running commands: "
                                + running.stream()
                                        .map(task -> task.key().label())
                                        .collect(Collectors.joining(", ")));
        Map<TaskId, TaskResult> results = new TreeMap<>();
        record.tasks()
                .forEach(task -> task.storedResult()
                        .filter(result -> !task.key().isOnHost())
                        .ifPresent(result -> results.put(task.key().task(), result)));
        RestoredResults.masked(results).forEach(warning -> log.write(Level.WARN, warning));
        Map<TaskId, TaskResult> restored = new TreeMap<>(new ResumeSource(request).results());
        MemberSelection members = new MemberSelector(request, workflow, log).select(restored);
        return execute(workflow, options(restored, members), List.of(), recorded);
    }

    private void checkStart(Workflow workflow, TaskId start) throws SessionEndedException {
        if (workflow.find(start).isEmpty()) {
            throw new SessionEndedException(
                    ExitCodes.UNDEFINED_START,
                    "the run cannot start from task " + start + ": there is no such task; tasks are "
                            + workflow.tasks().keySet());
        }
        List<TaskId> lower = List.copyOf(workflow.tasks().headMap(start).keySet());
        if (!lower.isEmpty()) {
            log.write(Level.WARN, "the run starts from task " + start + "; tasks before it are left out: " + lower);
        }
    }

    private RunOptions options(Map<TaskId, TaskResult> restored, MemberSelection members) {
        return new RunOptions(
                request.execution(),
                request.mode(),
                request.start().task(),
                restored,
                request.secrets(),
                request.input().hosts(),
                members,
                TemporaryFile.in(request.journal().path().toAbsolutePath().getParent()));
    }

    private int execute(Workflow workflow, RunOptions options, List<SettingSource> settings, RecordedEvents recorded)
            throws SessionEndedException, InterruptedException {
        try (EventDispatcher dispatcher = EventDispatcher.start(request, observers, recorded);
                ReplayedEvents replayed = ReplayedEvents.open(recorded)) {
            WorkflowEngine created = new WorkflowEngine(
                    workflow,
                    options,
                    environment.runner(),
                    environment.programs(),
                    new MaskedOutput(dispatcher, request.secrets()),
                    clock,
                    RecordedHistory.of(replayed));
            use(created);
            if (recorded.isEmpty()) {
                dispatcher.started(clock.instant(), created.start(), settings);
            }
            int exitCode = created.run().exitCode();
            if (!dispatcher.isRecording()) {
                log.write(
                        Level.ERROR,
                        "The record " + request.journal().path()
                                + " is incomplete: the run stopped because it could no longer be"
                                + " written. Free space, check the hosts of the last tasks, then resume");
            }
            return exitCode;
        }
    }

    /** From now on {@link #interrupt} interrupts the engine instead of the thread. */
    private synchronized void use(WorkflowEngine created) {
        engine = Optional.of(created);
        interrupt.ifPresent(created::interrupt);
    }

    /** Ends the session. May be called at any time and from any thread; the second call kills the commands (section 17). */
    public synchronized void interrupt(Interrupt cause) {
        if (interrupt.isEmpty()) {
            interrupt = Optional.of(cause);
        }
        if (engine.isPresent()) {
            engine.get().interrupt(cause);
        } else {
            worker.ifPresent(Thread::interrupt);
        }
    }
}
