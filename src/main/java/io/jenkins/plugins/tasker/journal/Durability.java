package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.time.Duration;

/**
 * Decides which events must be on the disk before the run proceeds.
 *
 * <ul>
 *   <li><b>The process dies</b> (kill -9, out of memory): the journal is complete. When {@link JournalWriter#event} returns, the
 *       operating system has the event; so the start of a task is recorded before its command starts.
 *   <li><b>The machine dies</b> (power, kernel): a command on another machine keeps running. So its start, and every event
 *       before it, is on the disk before the command starts. {@code local} commands die with the machine. Their starts, and
 *       all ends, are on the disk after {@link #DELAY} and a sync. The end of the run is on the disk when {@link
 *       JournalWriter#close} returns.
 * </ul>
 *
 * <p>A sync takes 2 to 3 ms on a usual disk. That is short compared with a remote command, but it would triple the time of short
 * local tasks. Members of a group that start in the same turn of the engine share one. The engine does not wait for it.
 */
final class Durability {

    /** The time that ends of tasks and starts of local commands may wait to share a sync. */
    static final Duration DELAY = Duration.ofMillis(50);

    private static final String DIES_WITH_THE_MACHINE = "local";

    private Durability() {}

    /** Returns whether the command must wait until its start is on the disk. */
    static boolean isAwaited(RunEvent.TaskStarted start) {
        return !start.executionType().equals(DIES_WITH_THE_MACHINE);
    }
}
