package io.jenkins.plugins.tasker.run;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Executes a run in a thread of its own, for builds that Jenkins aborts by interrupting their thread. Calls {@link
 * JenkinsRun#abort()} on an interrupt, and waits until the run has ended its commands and completed its record.
 */
public final class AbortableRun {

    private final JenkinsRun run;

    public AbortableRun(JenkinsRun run) {
        this.run = run;
    }

    /**
     * Starts the run and waits until it has ended.
     *
     * @throws InterruptedException if this thread was interrupted, after the run has ended; or if its plan was rejected
     */
    public RunOutcome await() throws IOException, InterruptedException {
        FutureTask<RunOutcome> work = new FutureTask<>(run::run);
        Thread thread = new Thread(work, Thread.currentThread().getName() + ", run of a task file");
        thread.setDaemon(true);
        thread.start();
        InterruptedException interrupt = null;
        while (!work.isDone()) {
            try {
                work.get();
            } catch (InterruptedException e) {
                interrupt = e;
                run.abort();
            } catch (ExecutionException e) {
                // handled by outcome()
            }
        }
        if (interrupt != null) {
            throw interrupt;
        }
        return outcome(work);
    }

    private static RunOutcome outcome(FutureTask<RunOutcome> work) throws IOException, InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof InterruptedException rejected) {
                throw rejected;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
