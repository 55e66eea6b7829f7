package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The tab-separated summary of all runs of a project (rules 16.7 and 16.8): a row for each run, whichever process it ran
 * in. Rows are written under an exclusive lock of the operating system, so none is lost or mixed with another.
 */
public final class ProjectSummary {

    /** How long a writer waits for its turn. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String HEADER =
            "Timestamp\tTask File\tTask ID\tHostname\tCommand\tExit Code\tStatus\tLog File\n";

    /** Locks of the operating system do not keep the threads of one process apart. */
    private static final ReentrantLock WITHIN_THIS_PROCESS = new ReentrantLock();

    private final Path file;
    private final Duration patience;

    /** @param file created with the first row */
    public ProjectSummary(Path file) {
        this(file, PATIENCE);
    }

    ProjectSummary(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /**
     * Appends the row of one run.
     *
     * @throws IOException if it could not be written, or the lock was not free in time; the message holds the row, so that
     *     whoever logs it loses nothing
     */
    public void append(SummaryRow row) throws IOException {
        String line = row.line();
        try {
            if (!WITHIN_THIS_PROCESS.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(lockedByOthers());
            }
            try {
                appendAlone(line);
            } finally {
                WITHIN_THIS_PROCESS.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(new InterruptedIOException("interrupted while waiting"), line);
        } catch (IOException e) {
            throw failed(e, line);
        }
    }

    private IOException failed(IOException e, String line) {
        return new IOException(
                "project summary " + file + " cannot be written: " + e.getMessage() + "; the row would be: "
                        + WhiteSpace.trimEnd(line),
                e);
    }

    private void appendAlone(String line) throws IOException, InterruptedException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // Closing the channel gives the lock back.
            lock(channel);
            long size = channel.size();
            String text = size == 0 ? HEADER + line : endsWithLine(channel, size) ? line : "\n" + line;
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            channel.position(size);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Tries again and again: the waiting that the operating system offers cannot be given a limit. */
    private void lock(FileChannel channel) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (channel.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                throw new IOException(lockedByOthers());
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private String lockedByOthers() {
        return "it is locked by somebody else for more than " + patience.toSeconds() + " s";
    }

    /** Whether the last writer could finish its row. */
    private static boolean endsWithLine(FileChannel channel, long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, size - 1);
        return last.get(0) == '\n';
    }
}
