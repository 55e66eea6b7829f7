package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.Interrupt;
import io.jenkins.plugins.tasker.engine.MaskedOutput;
import io.jenkins.plugins.tasker.engine.RecordedHistory;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.WorkflowEngine;
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
 * One run from the text of a task file to its exit code: validation, start, restored results, hosts, plan, run, in the order
 * of rule 15.2. Blocks its thread to the end.
 */
public final class RunSession {

    private final RunRequest request;
    private final ExecutionEnvironment site;
    private final RunObservers audience;
    private final RunLog log;
    private final Clock clock;
    private Optional<Thread> worker = Optional.empty();
    private Optional<WorkflowEngine> engine = Optional.empty();
    private Optional<Interrupt> interrupt = Optional.empty();

    public RunSession(RunRequest request, ExecutionEnvironment site, RunObservers audience, Clock clock) {
        this.request = request;
        this.site = site;
        this.audience = audience;
        this.log = audience.log();
        this.clock = clock;
    }

    /**
     * Goes to the end, once.
     *
     * @return the exit code (section 18)
     * @throws InterruptedException if the thread is interrupted other than by {@link #interrupt}
     */
    public int run() throws InterruptedException {
        return run(this::stages);
    }

    /**
     * Continues a run that was cut off, once: what is recorded is neither done nor told again, and commands that were under
     * way are taken up where the site still knows of them.
     *
     * @param recorded what the journal of the request holds; a run that had not begun begins
     * @return the exit code (section 18)
     * @throws InterruptedException if the thread is interrupted other than by {@link #interrupt}
     */
    public int resume(List<RunEvent> recorded) throws InterruptedException {
        return run(recorded.isEmpty() ? this::stages : () -> continueRun(recorded));
    }

    private interface Stages {

        int take() throws SessionEndedException, InterruptedException;
    }

    private int run(Stages stages) throws InterruptedException {
        begin();
        try {
            return stages.take();
        } catch (SessionEndedException e) {
            return ended(e.exitCode(), e.getMessage());
        } catch (InterruptedException e) {
            Interrupt cause = interruptedBy().orElseThrow(() -> e);
            return ended(cause.exitCode(), "the run was " + cause.reason() + " before its first task");
        } finally {
            worker = Optional.empty();
        }
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

    private int stages() throws SessionEndedException, InterruptedException {
        TaskFile file = request.input().parse();
        Optional<TaskId> start = request.start().task();
        Validation validation = new Validation(request, site, audience);
        ResumeSource earlier = new ResumeSource(request);
        validation.tasks(file, earlier.restorable(file));
        Workflow workflow = Workflow.of(file, request.input().variables());
        if (start.isPresent()) {
            startFrom(workflow, start.get());
        }
        Map<TaskId, TaskResult> restored = earlier.restore(workflow, log);
        validation.hosts(workflow);
        List<String> plan = request.mode().showPlan() ? showPlan(workflow) : List.of();
        if (request.checks().only()) {
            return ended(ExitCodes.OK, "");
        }
        List<SettingSource> settings = new ArrayList<>(request.settings());
        if (request.mode().showPlan()) {
            Optional<String> approver = audience.approval().approver(plan);
            if (approver.isEmpty()) {
                log.always("Not approved, nothing was run");
                return ended(ExitCodes.OK, "");
            }
            settings.add(new SettingSource("approved by", approver.get(), "answer to the plan"));
        }
        return execute(workflow, restored, settings, List.of());
    }

    private List<String> showPlan(Workflow workflow) {
        TaskId start = request.start().task().orElseGet(workflow::start);
        List<String> plan = Plan.lines(
                        workflow, start, request.execution().defaults().executionType())
                .stream()
                .map(request.secrets()::mask)
                .toList();
        log.always("Plan:");
        plan.forEach(log::always);
        return plan;
    }

    private int continueRun(List<RunEvent> recorded) throws SessionEndedException, InterruptedException {
        Workflow workflow = Workflow.of(request.input().parse(), request.input().variables());
        RunRecord record = RunRecord.of(recorded);
        List<TaskExecution> open = record.unknownCommands();
        log.always("=== " + request.input().fileName() + ": the run goes on where it was cut off ===");
        log.write(
                Level.INFO,
                open.isEmpty()
                        ? "No command was under way"
                        : "Commands under way are taken up again: "
                                + open.stream().map(task -> task.key().label()).collect(Collectors.joining(", ")));
        Map<TaskId, TaskResult> results = new TreeMap<>();
        record.tasks()
                .forEach(task -> task.storedResult()
                        .ifPresent(result -> results.put(task.key().task(), result)));
        RestoredResults.masked(results).forEach(warning -> log.write(Level.WARN, warning));
        return execute(workflow, new ResumeSource(request).results(), List.of(), recorded);
    }

    private void startFrom(Workflow workflow, TaskId start) throws SessionEndedException {
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

    private int execute(
            Workflow workflow, Map<TaskId, TaskResult> restored, List<SettingSource> settings, List<RunEvent> recorded)
            throws InterruptedException {
        RunOptions options = new RunOptions(
                request.execution(), request.mode(), request.start().task(), restored, request.secrets());
        try (EventDispatcher recording = EventDispatcher.start(request, audience, recorded)) {
            WorkflowEngine made = new WorkflowEngine(
                    workflow,
                    options,
                    site.runner(),
                    site.programs(),
                    new MaskedOutput(recording, request.secrets()),
                    clock,
                    RecordedHistory.of(recorded));
            run(made);
            if (recorded.isEmpty()) {
                recording.started(clock.instant(), made.start(), settings);
            }
            return made.run().exitCode();
        }
    }

    /** From here on the engine is interrupted and not this thread. */
    private synchronized void run(WorkflowEngine made) {
        engine = Optional.of(made);
        interrupt.ifPresent(made::interrupt);
    }

    /** Ends the session from outside, at any time and from any thread; a second time it kills (section 17). */
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
