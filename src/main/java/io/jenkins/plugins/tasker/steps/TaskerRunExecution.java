package io.jenkins.plugins.tasker.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ClassLoaderSanityThreadFactory;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import io.jenkins.plugins.tasker.agent.WorkspaceAddress;
import io.jenkins.plugins.tasker.run.BuildContext;
import io.jenkins.plugins.tasker.run.InterruptedRun;
import io.jenkins.plugins.tasker.run.JenkinsRun;
import io.jenkins.plugins.tasker.run.RunOutcome;
import io.jenkins.plugins.tasker.run.SavedSettings;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One run of {@code taskerRun}.
 *
 * <pre>
 * NEW --start()--> RUNNING --(the run ended)--------------------> ENDED
 *                     |-----stop(cause)--> ABORTING --(ended)---> ENDED, with the cause
 *                     |-----(Jenkins restarts: onResume())------> RUNNING, as soon as the agent is back
 * </pre>
 *
 * The run occupies a thread of its own, so neither the Pipeline nor its other branches wait for it. An abort ends the step
 * only when the commands on the agent have ended, which takes some seconds at most; a second abort kills them. Nothing is
 * run before the Pipeline has saved its state, with which the step finds its run again after a restart of Jenkins; the
 * commands go on meanwhile. If the agent does not come back in time, the step fails and names them.
 */
public final class TaskerRunExecution extends StepExecution {

    private static final long serialVersionUID = 1L;

    private static final Logger LOGGER = Logger.getLogger(TaskerRunExecution.class.getName());

    /** Far more than saving takes; a Pipeline that cannot save its state runs nevertheless. */
    private static final long SAVING_SECONDS = 60;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            new NamingThreadFactory(new ClassLoaderSanityThreadFactory(new DaemonThreadFactory()), "taskerRun"));

    private final String file;
    private final SavedSettings settings;
    private final String id;
    private String node;
    private String workspace;

    private transient volatile JenkinsRun run;
    private transient volatile AgentReconnect awaited;
    private transient volatile Throwable stopCause;

    TaskerRunExecution(TaskerRunStep step, StepContext context) throws IOException {
        this(
                context,
                step.getFile(),
                new SavedSettings(step.settings()),
                UUID.randomUUID().toString(),
                new WorkspaceAddress("", ""));
    }

    /**
     * Restores a step from its saved state; {@link #onResume} then continues its run.
     *
     * @param file the task file, for messages
     * @param id finds the directory of the run
     * @param address the workspace of the run
     */
    public TaskerRunExecution(
            StepContext context, String file, SavedSettings settings, String id, WorkspaceAddress address) {
        super(context);
        this.file = file;
        this.settings = settings;
        this.id = id;
        this.node = address.node();
        this.workspace = address.path();
    }

    @Override
    public boolean start() throws Exception {
        StepContext context = getContext();
        BuildContext place = place(context, context.get(FilePath.class), context.get(TaskListener.class));
        WorkspaceAddress address = WorkspaceAddress.of(place.workspace());
        node = address.node();
        workspace = address.path();
        run = new JenkinsRun(settings.get(), place, id);
        THREADS.execute(() -> work(this::begin));
        return false;
    }

    private RunOutcome begin() throws Exception {
        try {
            getContext().saveState().get(SAVING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.log(Level.WARNING, "A restart of Jenkins would end this run of " + file, e);
        }
        return run.run();
    }

    private RunOutcome continueRun() throws Exception {
        TaskListener console = getContext().get(TaskListener.class);
        BuildContext place;
        try {
            place = awaited.await(console);
        } catch (AbortException e) {
            Optional<InterruptedRun> cutOff = InterruptedRun.find(getContext().get(Run.class), id);
            String underWay = cutOff.isPresent() ? cutOff.get().runningCommands() : "";
            if (cutOff.isPresent()) {
                cutOff.get().abandon();
            }
            throw new AbortException(e.getMessage() + underWay);
        }
        JenkinsRun continued = new JenkinsRun(settings.get(), place, id);
        run = continued;
        if (stopCause != null) {
            continued.abort();
        }
        return continued.continueRun();
    }

    static BuildContext place(StepContext context, FilePath workspace, TaskListener console)
            throws IOException, InterruptedException {
        return new BuildContext(
                        context.get(Run.class),
                        workspace,
                        context.get(EnvVars.class),
                        console,
                        sensitiveVariables(context))
                .in(ParallelBranch.of(context));
    }

    /** What {@code withCredentials} and its like hide around this step. */
    private static Set<String> sensitiveVariables(StepContext context) throws IOException, InterruptedException {
        EnvironmentExpander expander = context.get(EnvironmentExpander.class);
        return expander == null ? Set.of() : expander.getSensitiveVariables();
    }

    private void work(Callable<RunOutcome> way) {
        try {
            RunOutcome outcome = way.call();
            if (stopCause != null && !outcome.isSuccess()) {
                fail(new AbortException(outcome.failure()));
            } else {
                outcome.applyTo(getContext().get(Run.class), getContext().get(TaskListener.class));
                getContext().onSuccess(new TaskerResult(outcome));
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable reason) {
        Throwable cause = stopCause;
        if (cause == null) {
            getContext().onFailure(reason);
        } else {
            cause.addSuppressed(reason);
            getContext().onFailure(cause);
        }
    }

    @Override
    public void stop(Throwable cause) {
        stopCause = cause;
        if (awaited != null) {
            awaited.abandon();
        }
        if (run != null) {
            run.abort();
        }
    }

    @Override
    public void onResume() {
        awaited = new AgentReconnect(getContext(), new WorkspaceAddress(node, workspace));
        THREADS.execute(() -> work(this::continueRun));
    }

    @Override
    public String getStatus() {
        return "running " + file;
    }
}
