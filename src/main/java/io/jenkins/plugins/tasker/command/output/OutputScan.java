package io.jenkins.plugins.tasker.command.output;

import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Answers queries about a text in one pass and with constant memory. */
final class OutputScan {

    private static final int BUFFER = 64 * 1024;

    /** Most outputs are short; a large buffer for each would dominate the memory of a run with many tasks. */
    private static final int FIRST_BUFFER = 512;

    /** Receives a text in pieces. */
    interface Visitor {

        /** @return whether to continue */
        boolean visit(char[] text, int length);
    }

    private OutputScan() {}

    /** Sends a text to the visitor until the visitor stops; closes the reader. */
    static void each(Reader reader, Visitor visitor) throws IOException {
        try (reader) {
            char[] buffer = new char[FIRST_BUFFER];
            int length = reader.read(buffer);
            while (length >= 0 && visitor.visit(buffer, length)) {
                if (length == buffer.length && length < BUFFER) {
                    buffer = new char[BUFFER];
                }
                length = reader.read(buffer);
            }
        }
    }

    static boolean isBlank(Reader reader) throws IOException {
        boolean[] blank = {true};
        each(reader, (text, length) -> {
            for (int i = 0; i < length && blank[0]; i++) {
                blank[0] = WhiteSpace.is(text[i]);
            }
            return blank[0];
        });
        return blank[0];
    }

    /** Counts lines after trimming (rule 6.4). */
    static long lineCount(Reader reader) throws IOException {
        LineCounter counter = new LineCounter();
        each(reader, counter);
        return counter.lines;
    }

    /** Counts line ends between characters that are not white space. */
    private static final class LineCounter implements Visitor {

        private long lines;
        private long lineEnds;

        @Override
        public boolean visit(char[] text, int length) {
            for (int i = 0; i < length; i++) {
                char c = text[i];
                if (c == '\n') {
                    lineEnds++;
                } else if (!WhiteSpace.is(c)) {
                    lines += lines == 0 ? 1 : lineEnds;
                    lineEnds = 0;
                }
            }
            return true;
        }
    }

    /**
     * Whether UTF-8 bytes contain a text; closes the stream. Compares bytes as Latin-1 characters, which Java searches
     * fastest. In UTF-8 this gives the same answer.
     */
    static boolean contains(InputStream bytes, String text) throws IOException {
        try (bytes) {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                // no output contains half a surrogate pair
                return false;
            }
            String wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            byte[] window = new byte[BUFFER + wanted.length()];
            int filled = 0;
            for (int count = 0; count >= 0; count = bytes.read(window, filled, window.length - filled)) {
                filled += count;
                if (new String(window, 0, filled, StandardCharsets.ISO_8859_1).contains(wanted)) {
                    return true;
                }
                // the start of an occurrence that may continue in the next piece
                int kept = Math.min(Math.max(wanted.length() - 1, 0), filled);
                System.arraycopy(window, filled - kept, window, 0, kept);
                filled = kept;
            }
            return false;
        }
    }
}
