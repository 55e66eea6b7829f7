package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.output.OutputCollector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file into which a command prints, also while it grows. For one thread at a time. */
final class OutputFile {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path file;
    private final OutputCollector collector;
    private long position;

    OutputFile(Path file, OutputCollector collector) {
        this.file = file;
        this.collector = collector;
    }

    /** Takes what is there now and was not taken before. */
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
            // nothing was printed yet
        }
    }

    /** Takes the rest. */
    OutputCollector end() throws IOException {
        read();
        collector.end();
        return collector;
    }
}
