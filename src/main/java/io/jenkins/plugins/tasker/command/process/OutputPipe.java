package io.jenkins.plugins.tasker.command.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.Optional;

/** The end of one output stream of a process at which we read, without ever waiting. */
interface OutputPipe {

    /** Where the process is to write. */
    Redirect redirect();

    /** Told of the process once it runs. */
    void started(Process process);

    /** The number of bytes read; 0 if nothing is there at the moment, -1 after the end. */
    int read(ByteBuffer buffer) throws IOException;

    /** What a selector can watch; without it the pipe must be looked at now and then. */
    Optional<SelectableChannel> channel();

    /**
     * Ends the reading. If the end was not reached, whoever still writes gets an error.
     *
     * @param ended whether the end was reached, so that no process holds the other end any more
     */
    void close(boolean ended);
}
