package io.jenkins.plugins.tasker.command.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.Optional;
import java.util.function.Function;

/**
 * A pipe as {@link Process} offers it, for systems where {@link PipePool} cannot work. It has two weaknesses: it must be
 * polled, and Java closes it as soon as the process ends, so that what background processes print later is lost.
 */
final class JdkPipe implements OutputPipe {

    private final Function<Process, InputStream> stream;
    private Process process;
    private InputStream input = InputStream.nullInputStream();

    /** @param stream stdout or stderr of the process */
    JdkPipe(Function<Process, InputStream> stream) {
        this.stream = stream;
    }

    @Override
    public Redirect redirect() {
        return Redirect.PIPE;
    }

    @Override
    public void started(Process started) {
        process = started;
        input = stream.apply(started);
    }

    /**
     * Reads what is available and not more, because that would wait. When the process ends, Java moves what is left in the
     * pipe into memory, under the lock of the stream, so nothing available at that moment is missed.
     */
    @Override
    public int read(ByteBuffer buffer) throws IOException {
        boolean alive = process.isAlive();
        int available = Math.min(input.available(), buffer.remaining());
        if (available == 0) {
            return alive ? 0 : -1;
        }
        byte[] bytes = input.readNBytes(available);
        buffer.put(bytes);
        return bytes.length;
    }

    @Override
    public Optional<SelectableChannel> channel() {
        return Optional.empty();
    }

    @Override
    public void close(boolean ended) {
        try {
            input.close();
        } catch (IOException e) {
            // nothing is read from it any more
        }
    }
}
