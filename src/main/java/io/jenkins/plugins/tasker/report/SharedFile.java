package io.jenkins.plugins.tasker.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** A file that several runs append to, in this process and in others: no text is lost or cut by another one. */
final class SharedFile {

    /** Locks of files belong to the whole process, so its threads need one of their own. */
    private static final ConcurrentMap<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

    private static final long RETRY_MILLIS = 20;

    private final Path file;

    SharedFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /**
     * Appends a text. The file is created if it does not exist.
     *
     * @param header what comes first in a new file; may be empty
     * @param patience how long to wait for others
     * @throws IOException if it cannot be written, or others held it for too long
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    void append(String header, String text, Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        ReentrantLock inProcess = IN_PROCESS.computeIfAbsent(file, f -> new ReentrantLock());
        if (!inProcess.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw held(patience);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            while (lock == null) {
                if (System.nanoTime() > deadline) {
                    throw held(patience);
                }
                Thread.sleep(RETRY_MILLIS);
                lock = channel.tryLock();
            }
            channel.position(channel.size());
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(channel.size() == 0 ? header + text : text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } finally {
            inProcess.unlock();
        }
    }

    private IOException held(Duration patience) {
        return new IOException(file + " was held by another run for " + patience.toSeconds() + " s");
    }
}
