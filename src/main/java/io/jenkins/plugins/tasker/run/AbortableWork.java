package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Executes a run on a thread of its own. The outcome is known at the latest some seconds after the second abort, whatever the thread
 * waits for.
 */
public final class AbortableWork {

    /** Time from the second abort to the outcome. */
    static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final ScheduledExecutorService TIMER = DaemonThreads.timer("tasker-abort");

    /** Ends a run early. Neither method may block. */
    public interface Target {

        /**
         * Ends the work. Called once for each abort.
         *
         * @param interrupt interrupts the thread of the work; for work that waits for something that nothing else ends. An
         *     interrupt at any other time would lose the log and the artifacts of the run
         */
        void abort(Runnable interrupt);

        /** Completes a sentence with what may still be running. Called after the deadline. */
        String withRemains(String sentence);
    }

    private final Callable<RunOutcome> work;
    private final Target target;
    private final Duration deadline;
    private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();
    private Thread thread;
    private int aborts;

    public AbortableWork(Callable<RunOutcome> work, Target target) {
        this(work, target, DEADLINE);
    }

    AbortableWork(Callable<RunOutcome> work, Target target, Duration deadline) {
        this.work = work;
        this.target = target;
        this.deadline = deadline;
    }

    /** Starts the work. */
    public void start(Executor threads) {
        threads.execute(this::execute);
    }

    private void execute() {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        try {
            outcome.complete(work.call());
        } catch (Throwable e) {
            outcome.completeExceptionally(e);
        } finally {
            synchronized (this) {
                thread = null;
                Thread.interrupted();
            }
        }
    }

    /** Ends the work; may be called at any time. Returns at once. */
    public void abort() {
        target.abort(this::interrupt);
        synchronized (this) {
            aborts++;
            if (aborts == 2) {
                TIMER.schedule(this::giveUp, deadline.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void giveUp() {
        if (!outcome.isDone()) {
            outcome.completeExceptionally(new AbortException(target.withRemains(
                    "the run did not end within " + deadline.toSeconds() + " s after its second abort")));
            interrupt();
        }
    }

    private synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Completes when the work has ended, or the deadline is over. */
    public CompletableFuture<RunOutcome> outcome() {
        return outcome;
    }
}
