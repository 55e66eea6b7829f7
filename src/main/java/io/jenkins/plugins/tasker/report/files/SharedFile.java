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
 * A file of lines that several runs append to, whichever process they are in. Each writes under an exclusive lock of the
 * operating system, so no line is lost or mixed with another.
 */
final class SharedFile {

    /** How long a writer waits for its turn (rule 16.7). */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Locks of the operating system do not keep the threads of one process apart. Files share a fixed number of these, since a
     * process that runs for years sees many files.
     */
    private static final List<ReentrantLock> WITHIN_THIS_PROCESS =
            Stream.generate(ReentrantLock::new).limit(64).toList();

    private final Path file;
    private final Duration lockTimeout;

    /**
     * @param file created with the first line
     * @param lockTimeout how long to wait for others
     */
    SharedFile(Path file, Duration lockTimeout) {
        this.file = file.toAbsolutePath().normalize();
        this.lockTimeout = lockTimeout;
    }

    /**
     * Appends whole lines.
     *
     * @param header what comes first in a new file; may be empty
     * @throws IOException if it could not be written, or the lock was not free in time
     * @throws InterruptedIOException if the thread is interrupted while it waits; it stays interrupted
     */
    void append(String header, String lines) throws IOException {
        ReentrantLock withinThisProcess =
                WITHIN_THIS_PROCESS.get(Math.floorMod(file.hashCode(), WITHIN_THIS_PROCESS.size()));
        try {
            if (!withinThisProcess.tryLock(lockTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw lockedByOthers();
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
            // Closing the channel gives the lock back.
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

    /** Tries again and again: the waiting that the operating system offers cannot be given a limit. */
    private void lock(FileChannel channel) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + lockTimeout.toNanos();
        while (channel.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                throw lockedByOthers();
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private IOException lockedByOthers() {
        return new IOException("another run kept it locked for more than " + lockTimeout.toSeconds() + " s");
    }

    /** Whether the last writer could finish its line. */
    private static boolean endsWithLine(FileChannel channel, long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, size - 1);
        return last.get(0) == '\n';
    }
}
