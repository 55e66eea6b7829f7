package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.time.Duration;

/**
 * What the journal promises, decided in this one place.
 *
 * <ul>
 *   <li><b>The process dies</b> (kill -9, out of memory): nothing is lost. Every event has been handed to the operating
 *       system when {@link JournalWriter#event} returns, in particular the start of a task before its command starts.
 *   <li><b>The machine dies</b> (power, kernel): a command that runs elsewhere goes on without us, so its start is on the
 *       disk before it is started, and with it all that happened before. Everything else, ends of tasks and starts of
 *       {@code local} commands, which die with the machine themselves, follows within {@link #DELAY} and the time of a
 *       sync. The end of the run is on the disk when {@link JournalWriter#close} returns.
 * </ul>
 *
 * <p>A sync takes 2 to 3 ms on a usual disk, as long as starting two local commands, and holds up writes to the file
 * meanwhile. A remote command takes many times as long, so nobody notices the sync in front of it; in front of each local
 * one it would triple the time of short tasks.
 */
final class Durability {

    /** How long ends of tasks and starts of local commands may wait to share a sync. */
    static final Duration DELAY = Duration.ofMillis(50);

    private static final String DIES_WITH_THE_MACHINE = "local";

    private Durability() {}

    /** Whether the run must wait until this event is on the disk. */
    static boolean isAwaited(RunEvent event) {
        return event instanceof RunEvent.TaskStarted started
                && !started.executionType().equals(DIES_WITH_THE_MACHINE);
    }
}
