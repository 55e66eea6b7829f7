package io.jenkins.plugins.tasker.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Brings what was written to the disk, on a thread of its own: what arrives meanwhile shares the next sync, and an
 * interrupt of the run's thread, which would close the channel, cannot do so.
 */
final class DiskSync implements AutoCloseable {

    private final FileChannel channel;
    private final long delayNanos;
    private final Consumer<IOException> whenFailed;
    private long written;
    private long synced;
    private boolean urgent;
    private boolean closed;
    private boolean failed;

    /**
     * @param delay how long something may wait for others to share its sync, unless somebody waits for it
     * @param whenFailed is told at most once, on the thread of this object; nothing is synced any more then
     */
    DiskSync(FileChannel channel, Duration delay, Consumer<IOException> whenFailed) {
        this.channel = channel;
        this.delayNanos = delay.toNanos();
        this.whenFailed = whenFailed;
        Thread thread = new Thread(this::work, "tasker-journal-sync");
        thread.setDaemon(true);
        thread.start();
    }

    /** Something was written; returns at once. */
    synchronized void request() {
        written++;
        if (written == synced + 1) {
            notifyAll();
        }
    }

    /** Waits until everything written up to now is on the disk, or syncing has failed. */
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
            }
        } catch (IOException e) {
            synchronized (this) {
                failed = true;
                notifyAll();
            }
            whenFailed.accept(e);
        }
    }

    /** Waits for something to sync; 0 when there is nothing left to come. */
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
            // Nobody knows this thread, so nobody has a reason to interrupt it.
        }
    }

    /** Waits for the last sync and ends the thread. */
    @Override
    public void close() {
        await();
        synchronized (this) {
            closed = true;
            notifyAll();
        }
    }
}
