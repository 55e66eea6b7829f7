package io.jenkins.plugins.tasker.report.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A file of lines to which runs of several processes append. An exclusive lock of the operating system keeps their lines
 * whole.
 */
final class SharedFile {

    /** How long a writer waits for the lock (rule 16.7). */
    static final Duration LOCK_TIMEOUT = Duration.ofSeconds(20);

    /**
     * Locks between the threads of this process, which the lock of the operating system does not separate. Files share a fixed
     * number of them, since a controller runs for months and writes many files.
     */
    private static final List<ReentrantLock> WITHIN_THIS_PROCESS =
            Stream.generate(ReentrantLock::new).limit(64).toList();

    private final Path file;
    private final Duration lockTimeout;

    /**
     * @param file the file; the first line creates it
     * @param lockTimeout how long to wait for the lock
     */
    SharedFile(Path file, Duration lockTimeout) {
        this.file = file.toAbsolutePath().normalize();
        this.lockTimeout = lockTimeout;
    }

    /**
     * Appends whole lines.
     *
     * @param header the first line of a new file; may be empty
     * @throws IOException if the lines cannot be written, or the lock stays taken for too long
     * @throws InterruptedIOException if the thread is interrupted while it waits; its interrupt status stays set
     */
    void append(String header, String lines) throws IOException {
        ReentrantLock withinThisProcess =
                WITHIN_THIS_PROCESS.get(Math.floorMod(file.hashCode(), WITHIN_THIS_PROCESS.size()));
        try {
            if (!withinThisProcess.tryLock(lockTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw lockTimeout();
            }
            try {
                appendAlone(header, lines);
            } finally {
                withinThisProcess.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the lock");
        }
    }

    private void appendAlone(String header, String lines) throws IOException, InterruptedException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // Closing the channel releases the lock.
            lock(channel);
            long size = channel.size();
            String text = size == 0 ? header + lines : endsWithLine(channel, size) ? lines : "\n" + lines;
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            channel.position(size);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Polls, since {@link FileChannel#lock()} has no timeout. */
    private void lock(FileChannel channel) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + lockTimeout.toNanos();
        while (channel.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                throw lockTimeout();
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private IOException lockTimeout() {
        return new IOException("another run kept it locked for more than " + lockTimeout.toSeconds() + " s");
    }

    /** Whether the last line is complete; a killed writer may have left a part of one. */
    private static boolean endsWithLine(FileChannel channel, long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, size - 1);
        return last.get(0) == '\n';
    }
}
