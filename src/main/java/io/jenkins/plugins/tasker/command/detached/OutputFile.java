package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.output.OutputCollector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the output file of a command while it grows. For one thread at a time. */
final class OutputFile {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path file;
    private final OutputCollector collector;
    private long position;

    OutputFile(Path file, OutputCollector collector) {
        this.file = file;
        this.collector = collector;
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

    /** Reads the rest of the file and ends the output. */
    OutputCollector end() throws IOException {
        read();
        collector.end();
        return collector;
    }
}
