package io.jenkins.plugins.tasker.run;

import java.io.IOException;
import java.util.concurrent.ExecutionException;

/**
 * Executes a run in a thread of its own, for builds that Jenkins aborts by interrupting their thread. Calls {@link
 * JenkinsRun#abort} on an interrupt, and waits until the run has ended its commands and completed its record.
 */
public final class AbortableRun {

    private final AbortableWork work;

    public AbortableRun(JenkinsRun run) {
        this.work = new AbortableWork(run::run, run);
    }

    /**
     * Starts the run and waits until it has ended, or does not end although it was aborted twice.
     *
     * @throws InterruptedException if this thread was interrupted, after the run has ended; or if its plan was rejected
     */
    public RunOutcome await() throws IOException, InterruptedException {
        String name = Thread.currentThread().getName() + ", run of a task file";
        work.start(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        });
        InterruptedException interrupt = null;
        while (!work.outcome().isDone()) {
            try {
                work.outcome().get();
            } catch (InterruptedException e) {
                interrupt = e;
                work.abort();
            } catch (ExecutionException e) {
                // handled by outcome()
            }
        }
        if (interrupt != null) {
            throw interrupt;
        }
        return outcome();
    }

    private RunOutcome outcome() throws IOException, InterruptedException {
        try {
            return work.outcome().get();
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
