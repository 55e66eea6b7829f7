package io.jenkins.plugins.tasker.command.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.Optional;
import java.util.function.Function;

/**
 * A pipe of {@link Process}, for systems without {@link PipePool}. It must be polled. Java closes it when the process ends,
 * so later output of background processes is lost.
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
     * Reads available bytes only, because reading more would block. When the process ends, Java moves the rest of the pipe
     * into memory under the lock of the stream; no byte is lost then.
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
            // no further reads follow
        }
    }
}
