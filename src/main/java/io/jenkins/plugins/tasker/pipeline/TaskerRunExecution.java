package io.jenkins.plugins.tasker.pipeline;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ClassLoaderSanityThreadFactory;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import io.jenkins.plugins.tasker.run.JenkinsRun;
import io.jenkins.plugins.tasker.run.RunOutcome;
import io.jenkins.plugins.tasker.run.RunPlace;
import io.jenkins.plugins.tasker.run.RunSettings;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One run of {@code taskerRun}.
 *
 * <pre>
 * NEW --start()--> RUNNING --(the run ended)--------------------> ENDED
 *                     |-----stop(cause)--> ABORTING --(ended)---> ENDED, with the cause
 *                     |-----(Jenkins restarts: onResume())------> ENDED, interrupted
 * </pre>
 *
 * The run occupies a thread of its own, so neither the Pipeline nor its other branches wait for it. An abort ends the step
 * only when the commands on the agent have ended, which takes some seconds at most; a second abort kills them. A restart of
 * Jenkins cuts the connection to the agent; the step fails then and says that the end of its commands is not known.
 */
final class TaskerRunExecution extends StepExecution {

    private static final long serialVersionUID = 1L;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            new NamingThreadFactory(new ClassLoaderSanityThreadFactory(new DaemonThreadFactory()), "taskerRun"));

    private final String file;
    /** Null after a restart of Jenkins, when nothing is run any more. */
    private final transient RunSettings settings;

    private transient volatile JenkinsRun run;
    private transient volatile Throwable stopCause;

    TaskerRunExecution(TaskerRunStep step, StepContext context) {
        super(context);
        this.file = step.getFile();
        this.settings = step.settings();
    }

    @Override
    public boolean start() throws Exception {
        StepContext context = getContext();
        RunPlace place = new RunPlace(
                context.get(Run.class),
                context.get(FilePath.class),
                context.get(EnvVars.class),
                context.get(TaskListener.class),
                sensitiveVariables(context));
        run = new JenkinsRun(settings, place);
        THREADS.execute(this::work);
        return false;
    }

    /** What {@code withCredentials} and its like hide around this step. */
    private static Set<String> sensitiveVariables(StepContext context) throws IOException, InterruptedException {
        EnvironmentExpander expander = context.get(EnvironmentExpander.class);
        return expander == null ? Set.of() : expander.getSensitiveVariables();
    }

    private void work() {
        try {
            RunOutcome outcome = run.run();
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
        run.abort();
    }

    @Override
    public void onResume() {
        getContext()
                .onFailure(new AbortException("Jenkins was restarted while " + file
                        + " ran. How the commands of that time ended is not known, and they may still be running."));
    }

    @Override
    public String getStatus() {
        return "running " + file;
    }
}
