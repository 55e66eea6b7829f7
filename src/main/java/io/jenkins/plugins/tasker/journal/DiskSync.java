package io.jenkins.plugins.tasker.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.function.Consumer;

/**
 * Brings what was written to the disk, on a thread of its own: what arrives during one sync shares the next one, and an
 * interrupt of the run's thread, which would close the channel, cannot do so.
 */
final class DiskSync implements AutoCloseable {

    private final FileChannel channel;
    private final Consumer<IOException> whenFailed;
    private long written;
    private long synced;
    private boolean closed;
    private boolean failed;

    DiskSync(FileChannel channel, Consumer<IOException> whenFailed) {
        this.channel = channel;
        this.whenFailed = whenFailed;
        Thread thread = new Thread(this::work, "tasker-journal-sync");
        thread.setDaemon(true);
        thread.start();
    }

    /** Something was written; returns at once. */
    synchronized void request() {
        written++;
        notifyAll();
    }

    /** Waits until everything written up to now is on the disk, or syncing has failed. */
    synchronized void await() {
        long target = written;
        boolean interrupted = false;
        while (synced < target && !failed) {
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
            try {
                wait();
            } catch (InterruptedException e) {
                // Nobody knows this thread, so nobody has a reason to interrupt it.
            }
        }
        return written == synced ? 0 : written;
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
