package io.jenkins.plugins.tasker.command.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Storage outside the heap for large output. Written first, then read any number of times. */
public interface Spool extends Closeable {

    /** Creates spools; by default files next to the record of the run ({@link TemporaryFile#in}). */
    @FunctionalInterface
    interface Factory {

        Spool create() throws IOException;
    }

    /** Appends all bytes, or none if it fails. */
    void write(byte[] bytes) throws IOException;

    /** Opens a stream at the first byte. */
    InputStream read();

    /** Opens a stream at this many bytes before the end, or at the first byte if there are fewer. */
    InputStream readEnd(long bytes);
}
