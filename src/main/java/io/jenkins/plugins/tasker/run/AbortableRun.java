package io.jenkins.plugins.tasker.run;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Brings a run to its end for a build that is aborted by interrupting its thread. The run has a thread of its own: aborted as
 * well, it still ends its commands and completes its record.
 */
public final class AbortableRun {

    private final JenkinsRun run;

    public AbortableRun(JenkinsRun run) {
        this.run = run;
    }

    /**
     * Waits for the end.
     *
     * @throws InterruptedException if this thread was interrupted meanwhile, and the run has come to its end nevertheless; or
     *     if its plan was not approved
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
                // told below
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
            if (e.getCause() instanceof InterruptedException notApproved) {
                throw notApproved;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
