package io.jenkins.plugins.tasker.command.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Predicate;

/** Tests the lines of a text one by one. A long line is read in pieces, so even a line of a gigabyte needs constant heap. */
final class LineScan {

    /** Longer lines are read in pieces. */
    static final int LONG = 64 * 1024;

    private LineScan() {}

    /** Tests the lines of a text in memory. */
    static boolean any(String text, Predicate<CharSequence> test) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            if (test.test(text.substring(start, end))) {
                return true;
            }
            start = end + 1;
        }
        return (start < text.length() || start == 0) && test.test(text.substring(start));
    }

    /**
     * Tests the lines of a large text until the test accepts one. Closes the readers.
     *
     * @param ahead reads the text up to the end of each line, to find its length
     * @param reader reads the same text
     * @param lookBack how many characters before the last one the test may read again
     */
    static boolean any(Reader ahead, Reader reader, int lookBack, Predicate<CharSequence> test) throws IOException {
        try (BufferedReader ends = new BufferedReader(ahead, LONG);
                BufferedReader lines = new BufferedReader(reader, LONG)) {
            for (long length = lineLength(ends); length >= 0; length = lineLength(ends)) {
                PiecewiseLine line = new PiecewiseLine(lines, length, lookBack);
                if (test.test(length <= LONG ? line.toString() : line)) {
                    return true;
                }
                Readers.skip(lines, length - line.charactersRead() + 1);
            }
            return false;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Returns the length of the next line; -1 at the end of the text. */
    private static long lineLength(Reader ends) throws IOException {
        int c = ends.read();
        if (c < 0) {
            return -1;
        }
        long length = 0;
        while (c >= 0 && c != '\n') {
            length++;
            c = ends.read();
        }
        return length;
    }
}
