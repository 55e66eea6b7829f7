package io.jenkins.plugins.tasker.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Splits a journal into lines of bytes. Bytes, because an incomplete line may end within a character of UTF-8. */
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

    /** Returns the next line without its line end; null at the end of the file. */
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

    /** Returns whether the last returned line had a line end. */
    boolean isLastComplete() {
        return complete;
    }

    /** Returns the number of the last returned line, counted from 1. */
    long number() {
        return number;
    }
}
