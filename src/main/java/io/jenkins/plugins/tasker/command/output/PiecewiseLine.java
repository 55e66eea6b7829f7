package io.jenkins.plugins.tasker.command.output;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * A line that is read from its start to its end, with only a part in memory. The sequence ends after {@link
 * Integer#MAX_VALUE} characters; it omits the rest of a longer line.
 */
final class PiecewiseLine implements CharSequence {

    private final Reader reader;
    private final int length;
    private final int lookBack;
    private char[] window;
    /** Position of the first character in the window. */
    private int start;
    /** Number of characters in the window. */
    private int filled;

    /** @param lookBack how many characters before the last one can be read again */
    PiecewiseLine(Reader reader, long length, int lookBack) {
        this.reader = reader;
        this.length = (int) Math.min(length, Integer.MAX_VALUE);
        this.lookBack = lookBack;
        this.window = new char[(int) Math.min(length, LineScan.LONG + (long) lookBack)];
    }

    int charactersRead() {
        return start + filled;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        while (index >= start + filled) {
            readPiece();
        }
        if (index < start) {
            throw new IllegalStateException("character " + index + " was read before, and is no longer kept");
        }
        return window[index - start];
    }

    private void readPiece() {
        try {
            if (filled == window.length) {
                int dropped = filled - lookBack;
                System.arraycopy(window, dropped, window, 0, lookBack);
                start += dropped;
                filled = lookBack;
            }
            int count = reader.read(window, filled, Math.min(window.length - filled, length - start - filled));
            if (count < 0) {
                throw new IOException("the output of a command became shorter");
            }
            filled += count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        StringBuilder part = new StringBuilder();
        for (int i = from; i < to; i++) {
            part.append(charAt(i));
        }
        return part;
    }

    @Override
    public String toString() {
        return subSequence(0, length).toString();
    }
}
