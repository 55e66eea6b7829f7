package io.jenkins.plugins.tasker.command.output;

import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Questions about a text that are answered in one pass with constant memory. */
final class OutputScan {

    private static final int BUFFER = 64 * 1024;

    /** Most outputs are short, and a large buffer for each would be most of the memory that a run of many tasks takes. */
    private static final int FIRST_BUFFER = 512;

    /** Sees a text piece by piece. */
    interface Visitor {

        /** @return whether to go on */
        boolean visit(char[] text, int length);
    }

    private OutputScan() {}

    /** Shows a text to the visitor until it has seen enough; closes the reader. */
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

    /** Lines after trimming (rule 6.4). */
    static long lineCount(Reader reader) throws IOException {
        LineCounter counter = new LineCounter();
        each(reader, counter);
        return counter.lines;
    }

    /** Line ends count only between characters that are not white space. */
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
     * Whether a text occurs in bytes that are UTF-8; closes the stream. Compares bytes, each of them as if it were a
     * character, because that is what Java searches fastest, and UTF-8 is made such that it gives the same answer.
     */
    static boolean contains(InputStream bytes, String text) throws IOException {
        try (bytes) {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                // half a pair of surrogates is in no output
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
                // what can be the beginning of an occurrence that goes on in the next piece
                int kept = Math.min(Math.max(wanted.length() - 1, 0), filled);
                System.arraycopy(window, filled - kept, window, 0, kept);
                filled = kept;
            }
            return false;
        }
    }
}
