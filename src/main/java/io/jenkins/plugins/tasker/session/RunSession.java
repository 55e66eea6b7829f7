package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.Interrupt;
import io.jenkins.plugins.tasker.engine.Level;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.WorkflowEngine;
import io.jenkins.plugins.tasker.journal.Resume;
import io.jenkins.plugins.tasker.report.RunLog;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.validation.Plan;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run from the text of a task file to its exit code: validation, start, restored results, hosts, plan, run, in the order
 * of rule 15.2. Blocks its thread to the end.
 */
public final class RunSession {

    private final SessionRequest request;
    private final Site site;
    private final Audience audience;
    private final RunLog log;
    private final Clock clock;
    private Optional<Thread> worker = Optional.empty();
    private Optional<WorkflowEngine> engine = Optional.empty();
    private Optional<Interrupt> interrupt = Optional.empty();

    public RunSession(SessionRequest request, Site site, Audience audience, Clock clock) {
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
        begin();
        try {
            return stages();
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
        TaskFile file = TaskFileParser.parse(request.content().text());
        Optional<TaskId> start = request.startFrom();
        Validation validation = new Validation(request, site, audience);
        validation.tasks(
                file, resume(List.of()).map(Resume::results).orElse(Map.of()).keySet());
        Workflow workflow = Workflow.of(file, request.variables());
        if (start.isPresent()) {
            startFrom(workflow, start.get());
        }
        Map<TaskId, TaskResult> restored = restore(workflow);
        validation.hosts(workflow);
        if (request.showPlan()) {
            log.always("Plan:");
            Plan.lines(workflow, start.orElseGet(workflow::start), request.executionType())
                    .forEach(line -> log.always(request.secrets().mask(line)));
        }
        if (request.checks().only()) {
            return ended(ExitCodes.OK, "");
        }
        if (request.showPlan() && !audience.approval().isApproved()) {
            log.always("Not approved, nothing was run");
            return ended(ExitCodes.OK, "");
        }
        return execute(workflow, restored);
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

    private Map<TaskId, TaskResult> restore(Workflow workflow) {
        Optional<Resume> resume = resume(PlannedTask.of(workflow, request.strictGaps(), request.secrets()));
        resume.ifPresent(found -> found.warnings().forEach(warning -> log.write(Level.WARN, warning)));
        return resume.map(Resume::results).orElse(Map.of());
    }

    /** @param plan the tasks as they are now; what changed since the recorded run is told */
    private Optional<Resume> resume(List<PlannedTask> plan) {
        return request.resumeFrom()
                .flatMap(record -> request.startFrom()
                        .map(start -> Resume.of(record, start, request.content().sha256(), plan)));
    }

    private int execute(Workflow workflow, Map<TaskId, TaskResult> restored) throws InterruptedException {
        RunOptions options = new RunOptions(
                request.executionType(),
                request.timeLimit(),
                request.dryRun(),
                request.strictGaps(),
                request.startFrom(),
                restored,
                request.secrets());
        try (Recording recording = Recording.start(request, audience)) {
            WorkflowEngine made = new WorkflowEngine(
                    workflow, options, request.types(), site.runner(), site.programs(), recording, clock);
            run(made);
            recording.started(clock.instant(), made.start());
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
