package io.jenkins.plugins.tasker.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a journal into lines of bytes: a line that was torn in the middle of a character is no UTF-8 any more. */
final class JournalLines {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 15];
    private int position;
    private int end;
    private long number;
    private boolean complete;

    JournalLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its line end; null if nothing is left. */
    byte[] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        complete = false;
        while (!complete && (position < end || fill())) {
            int from = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            line.write(buffer, from, position - from);
            complete = position < end;
            position++;
        }
        if (!complete && line.size() == 0) {
            return null;
        }
        number++;
        return line.toByteArray();
    }

    private boolean fill() throws IOException {
        position = 0;
        end = in.read(buffer);
        return end > 0;
    }

    /** Whether the last line that was given ended with a line end. */
    boolean isLastComplete() {
        return complete;
    }

    /** Number of the last line that was given, from 1. */
    long number() {
        return number;
    }
}
