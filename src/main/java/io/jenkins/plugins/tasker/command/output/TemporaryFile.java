package io.jenkins.plugins.tasker.command.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A spool in a file that only its owner can read. The file is unlinked at once where the platform permits: a killed process
 * leaves no file.
 *
 * <p>Uses a {@link RandomAccessFile}, because interrupting a thread closes the channel that it reads, and aborting a run
 * interrupts threads.
 */
public final class TemporaryFile implements Spool {

    private static final String PREFIX = "tasker-output-";

    private final Path path;
    private final RandomAccessFile file;
    private long size;

    /** Creates an empty file in the system's directory for temporary files. */
    public TemporaryFile() throws IOException {
        this(Files.createTempFile(PREFIX, null));
    }

    private TemporaryFile(Path created) throws IOException {
        path = created;
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
        } finally {
            deleteIfPossible();
        }
    }

    /** Returns a factory of files in a directory, which must exist when the first file is created. */
    public static Spool.Factory in(Path directory) {
        return () -> new TemporaryFile(Files.createTempFile(directory, PREFIX, null));
    }

    private void deleteIfPossible() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Windows cannot delete open files; close() tries again
        }
    }

    @Override
    public synchronized void write(byte[] bytes) throws IOException {
        file.seek(size);
        file.write(bytes);
        size += bytes.length;
    }

    @Override
    public InputStream read() {
        return new Content();
    }

    @Override
    public synchronized InputStream readEnd(long bytes) {
        Content content = new Content();
        content.position = Math.max(0, size - bytes);
        return content;
    }

    private synchronized int read(long position, byte[] buffer, int offset, int length) throws IOException {
        if (position >= size) {
            return -1;
        }
        file.seek(position);
        return file.read(buffer, offset, (int) Math.min(length, size - position));
    }

    @Override
    public void close() throws IOException {
        file.close();
        deleteIfPossible();
    }

    /** Reads at its own position, independently of other readers. */
    private final class Content extends InputStream {

        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, buffer.length);
            int count = TemporaryFile.this.read(position, buffer, offset, length);
            position += Math.max(count, 0);
            return count;
        }
    }
}
