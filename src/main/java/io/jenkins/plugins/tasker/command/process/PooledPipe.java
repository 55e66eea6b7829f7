package io.jenkins.plugins.tasker.command.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.Optional;

/** A pipe of a {@link PipePool}, for one command. */
final class PooledPipe implements OutputPipe {

    private final PipePool pool;
    private final ReopenablePipe pipe;

    PooledPipe(PipePool pool, ReopenablePipe pipe) {
        this.pool = pool;
        this.pipe = pipe;
    }

    /** Appends, which never truncates; on a pipe this has no other effect. */
    @Override
    public Redirect redirect() {
        return Redirect.appendTo(pipe.writingEnd());
    }

    @Override
    public void started(Process process) {
        // the pipe does not depend on the process
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        return pipe.source().read(buffer);
    }

    @Override
    public Optional<SelectableChannel> channel() {
        return Optional.of(pipe.source());
    }

    @Override
    public void close(boolean ended) {
        pool.giveBack(pipe, ended);
    }
}
