package io.jenkins.plugins.tasker.command.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A place outside the heap for output that is too large for it. Written first, then read, as often as wanted. */
public interface Spool extends Closeable {

    /** Makes spools; the default is a temporary file each. */
    @FunctionalInterface
    interface Factory {

        Spool create() throws IOException;
    }

    /** Adds bytes at the end: all of them, or none if it fails. */
    void write(byte[] bytes) throws IOException;

    /** All that was written, from the first byte on. */
    InputStream read();
}
