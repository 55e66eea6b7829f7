package io.jenkins.plugins.tasker.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Syncs a file to the disk on a separate thread. Writes that arrive during a sync share the next one. An interrupt of the
 * engine's thread would close the channel; it does not reach this thread.
 */
final class DiskSync implements AutoCloseable {

    /** An action that waits until a number of writes are on the disk. */
    private record Waiting(long writes, Runnable action) {}

    private final FileChannel channel;
    private final long delayNanos;
    private final Consumer<IOException> whenFailed;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private long written;
    private long synced;
    private boolean urgent;
    private boolean closed;
    private boolean failed;

    /**
     * @param delay how long a write may wait to share a sync with later ones; {@link #await} ends the delay
     * @param whenFailed called at most once, on the thread of this object, when a sync fails; no sync follows
     */
    DiskSync(FileChannel channel, Duration delay, Consumer<IOException> whenFailed) {
        this.channel = channel;
        this.delayNanos = delay.toNanos();
        this.whenFailed = whenFailed;
        Thread thread = new Thread(this::work, "tasker-journal-sync");
        thread.setDaemon(true);
        thread.start();
    }

    /** Requests a sync of everything written so far; returns at once. */
    synchronized void request() {
        written++;
        if (written == synced + 1) {
            notifyAll();
        }
    }

    /**
     * Runs an action when everything written so far is on the disk, or a sync has failed. Returns at once; the action runs on the
     * thread of this object, or at once if there is nothing to wait for. It must not block.
     */
    void whenSynced(Runnable action) {
        synchronized (this) {
            if (synced < written && !failed) {
                waiting.add(new Waiting(written, action));
                return;
            }
        }
        action.run();
    }

    /** Syncs at once if an action waits. */
    synchronized void hurry() {
        if (!waiting.isEmpty()) {
            urgent = true;
            notifyAll();
        }
    }

    /** Waits until everything written so far is on the disk, or a sync has failed. */
    synchronized void await() {
        long target = written;
        boolean interrupted = false;
        while (synced < target && !failed) {
            urgent = true;
            notifyAll();
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            long target;
            while ((target = nextTarget()) > 0) {
                channel.force(false);
                synchronized (this) {
                    synced = target;
                    notifyAll();
                }
                runWaiting(target);
            }
        } catch (IOException e) {
            // First, so that the run stops before a command starts that waits for this sync.
            whenFailed.accept(e);
            synchronized (this) {
                failed = true;
                notifyAll();
            }
            runWaiting(Long.MAX_VALUE);
        }
    }

    private void runWaiting(long writes) {
        List<Waiting> due = new ArrayList<>();
        synchronized (this) {
            while (!waiting.isEmpty() && waiting.peek().writes() <= writes) {
                due.add(waiting.remove());
            }
        }
        due.forEach(ready -> ready.action().run());
    }

    /** Waits for a write to sync; returns 0 after {@link #close}. */
    private synchronized long nextTarget() {
        while (written == synced && !closed) {
            pause(0);
        }
        long deadline = System.nanoTime() + delayNanos;
        long left;
        while (!urgent && !closed && (left = deadline - System.nanoTime()) > 0) {
            pause(left / 1_000_000 + 1);
        }
        urgent = false;
        return written == synced ? 0 : written;
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            // No code has a reference to this thread, so nothing interrupts it.
        }
    }

    /** Waits for the last sync, then ends the thread. */
    @Override
    public void close() {
        await();
        synchronized (this) {
            closed = true;
            notifyAll();
        }
    }
}
