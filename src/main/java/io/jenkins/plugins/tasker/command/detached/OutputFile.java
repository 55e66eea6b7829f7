package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.output.OutputCollector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the output file of a command while it grows. For one thread at a time. */
final class OutputFile {

    private static final int BUFFER_BYTES = 64 * 1024;

    private Path file;
    private final OutputCollector collector;
    private long position;

    OutputFile(Path file, OutputCollector collector) {
        this.file = file;
        this.collector = collector;
    }

    /** Reads another file. For a command that has not started. */
    void moveTo(Path other) {
        file = other;
    }

    /** Whether a read ends soon. */
    boolean isSmall() {
        return file.toFile().length() - position < BUFFER_BYTES;
    }

    /** Reads new output. */
    void read() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long end = channel.size();
            if (end == position) {
                return;
            }
            channel.position(position);
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, end - position));
            while (position < end && channel.read(buffer.clear()) > 0) {
                position += buffer.position();
                collector.accept(buffer.flip());
            }
        } catch (NoSuchFileException e) {
            // the command has no output yet
        }
    }

    /**
     * Reads the rest of the file and ends the output.
     *
     * @throws NoSuchFileException if the file does not exist but must
     */
    OutputCollector end(boolean mustExist) throws IOException {
        if (mustExist && !Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "was deleted");
        }
        read();
        collector.end();
        return collector;
    }
}
