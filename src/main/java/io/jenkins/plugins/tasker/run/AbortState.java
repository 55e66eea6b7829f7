package io.jenkins.plugins.tasker.run;

import io.jenkins.plugins.tasker.agent.NodeRoutingCommandRunner;
import io.jenkins.plugins.tasker.engine.Interrupt;
import io.jenkins.plugins.tasker.session.RunSession;
import java.time.Duration;
import java.util.Optional;

/** The aborts of one run: those before its first task prevent it, later ones end its commands and its wait for agents. */
final class AbortState {

    /** Leaves time to complete the record before {@link AbortableWork} gives up. */
    private static final Duration AGENTS_AFTER_SECOND_ABORT = Duration.ofSeconds(20);

    private Optional<RunSession> session = Optional.empty();
    private Optional<NodeRoutingCommandRunner> router = Optional.empty();
    private int aborts;

    /** Called before the first task, on the thread of the run. */
    synchronized void start(RunSession started, NodeRoutingCommandRunner runner) {
        router = Optional.of(runner);
        session = Optional.of(started);
        if (aborts > 0) {
            // the interrupt of this thread has done its work
            Thread.interrupted();
            started.interrupt(Interrupt.ABORT);
            abandon(runner);
        }
    }

    private void abandon(NodeRoutingCommandRunner runner) {
        if (aborts > 1) {
            runner.abandonAfter(AGENTS_AFTER_SECOND_ABORT);
        } else {
            runner.abandon();
        }
    }

    /**
     * @param interrupt called if the run has not reached its tasks, and may wait for the agent; under the same lock as {@link
     *     #start}, so that it never reaches the tasks
     */
    synchronized void abort(Runnable interrupt) {
        aborts++;
        session.ifPresentOrElse(running -> running.interrupt(Interrupt.ABORT), interrupt);
        router.ifPresent(this::abandon);
    }

    /** Whether an abort has prevented the run. */
    synchronized boolean isBeforeTasks() {
        return aborts > 0 && session.isEmpty();
    }
}
