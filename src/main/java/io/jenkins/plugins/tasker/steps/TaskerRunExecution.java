package io.jenkins.plugins.tasker.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ClassLoaderSanityThreadFactory;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import io.jenkins.plugins.tasker.agent.ContextLauncher;
import io.jenkins.plugins.tasker.agent.WorkspaceAddress;
import io.jenkins.plugins.tasker.run.AbortableWork;
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
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Executes the step {@code taskerRun}.
 *
 * <pre>
 * NEW --start()--> RUNNING --(the run ended)--------------------> ENDED
 *                     |-----stop(cause)--> ABORTING --(ended)---> ENDED, with the cause
 *                     |-----(Jenkins restarts: onResume())------> RUNNING, when the agent reconnects
 * </pre>
 *
 * The run has its own thread, so it blocks neither the Pipeline nor other branches. An abort ends the step after the commands
 * on the agent have ended, within seconds; a second abort kills them, and ends the step within 30 s whatever the agent does. The
 * first command starts after the Pipeline has saved its state, so that the step finds its run after a restart of Jenkins. Commands
 * continue during the restart. If the agent does not reconnect in time, the step fails and names the running commands.
 */
public final class TaskerRunExecution extends StepExecution {

    private static final long serialVersionUID = 1L;

    private static final Logger LOGGER = Logger.getLogger(TaskerRunExecution.class.getName());

    /** How long the run waits for the Pipeline to save its state; then it starts even if the state is not saved. */
    private static final long SAVING_SECONDS = 60;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            new NamingThreadFactory(new ClassLoaderSanityThreadFactory(new DaemonThreadFactory()), "taskerRun"));

    private final String file;
    private final SavedSettings settings;
    private final String id;
    private String node;
    private String workspace;

    private transient volatile JenkinsRun run;
    private transient volatile AgentReconnect reconnect;
    private transient volatile AbortableWork work;
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
        BuildContext build = buildContext(context, context.get(FilePath.class), context.get(TaskListener.class));
        WorkspaceAddress address = WorkspaceAddress.of(build.workspace());
        node = address.node();
        workspace = address.path();
        run = new JenkinsRun(settings.get(), build, id);
        execute(this::begin);
        return false;
    }

    private RunOutcome begin() throws Exception {
        try {
            getContext().saveState().get(SAVING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.log(
                    Level.WARNING,
                    "The Pipeline cannot save its state; a restart of Jenkins would end this run of " + file,
                    e);
        }
        return run.run();
    }

    private RunOutcome continueRun() throws Exception {
        TaskListener console = getContext().get(TaskListener.class);
        JenkinsRun continued;
        try {
            BuildContext build = reconnect.await(console);
            continued = new JenkinsRun(settings.get(), build, id);
        } catch (IOException e) {
            Optional<InterruptedRun> interrupted =
                    InterruptedRun.find(getContext().get(Run.class), id);
            if (interrupted.isEmpty()) {
                throw e;
            }
            String reason = interrupted.get().withRunningCommands(e.getMessage());
            interrupted.get().abandon();
            throw new AbortException(reason);
        }
        run = continued;
        if (stopCause != null) {
            // the run has not begun, so this prevents its tasks
            continued.abort(() -> {});
        }
        return continued.continueRun();
    }

    static BuildContext buildContext(StepContext context, FilePath workspace, TaskListener console)
            throws IOException, InterruptedException {
        return new BuildContext(
                        context.get(Run.class),
                        workspace,
                        context.get(EnvVars.class),
                        console,
                        sensitiveVariables(context))
                .as(context.get(FlowExecution.class).getAuthentication2())
                // asked again for each shell, because a launcher belongs to one connection of the agent
                .with(new ContextLauncher(() -> context.get(Launcher.class)))
                .in(ParallelBranch.of(context));
    }

    /** Returns the variables that enclosing steps such as {@code withCredentials} mask. */
    private static Set<String> sensitiveVariables(StepContext context) throws IOException, InterruptedException {
        EnvironmentExpander expander = context.get(EnvironmentExpander.class);
        return expander == null ? Set.of() : expander.getSensitiveVariables();
    }

    private void execute(Callable<RunOutcome> steps) {
        work = new AbortableWork(steps, new Target());
        work.outcome().whenComplete((outcome, failure) -> {
            try {
                if (failure != null) {
                    fail(failure);
                } else {
                    end(outcome);
                }
            } catch (Throwable e) {
                fail(e);
            }
        });
        work.start(THREADS);
    }

    private void end(RunOutcome outcome) throws IOException, InterruptedException {
        if (stopCause != null && !outcome.isSuccess()) {
            throw new AbortException(outcome.failure());
        }
        outcome.applyTo(getContext().get(Run.class), getContext().get(TaskListener.class));
        getContext().onSuccess(new TaskerResult(outcome));
    }

    private final class Target implements AbortableWork.Target {

        @Override
        public void abort(Runnable interrupt) {
            AgentReconnect waiting = reconnect;
            if (waiting != null) {
                waiting.abandon();
            }
            JenkinsRun current = run;
            if (current != null) {
                current.abort(interrupt);
            } else if (waiting == null) {
                interrupt.run();
            }
        }

        @Override
        public String withRemains(String sentence) {
            JenkinsRun current = run;
            return current == null ? sentence : current.withRemains(sentence);
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
        AbortableWork current = work;
        if (current != null) {
            current.abort();
        }
    }

    @Override
    public void onResume() {
        reconnect = new AgentReconnect(getContext(), new WorkspaceAddress(node, workspace));
        execute(this::continueRun);
    }

    @Override
    public String getStatus() {
        return Messages.TaskerRunExecution_status(file);
    }
}
