package io.jenkins.plugins.tasker.command.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.Optional;

/** The reading end of one output stream of a process. Reading never blocks. */
interface OutputPipe {

    /** Returns the target of the process's stream. */
    Redirect redirect();

    /** Called when the process runs. */
    void started(Process process);

    /** Returns the number of bytes read; 0 if no bytes are available, -1 after the end. */
    int read(ByteBuffer buffer) throws IOException;

    /** Returns the channel for a selector; empty if the pipe must be polled. */
    Optional<SelectableChannel> channel();

    /**
     * Stops reading. Processes that still write receive an error.
     *
     * @param ended whether the end was reached, so that no process holds the writing end
     */
    void close(boolean ended);
}
