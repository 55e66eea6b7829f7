package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.io.IOException;
import java.io.Reader;

/** Questions about a text that are answered in one pass with constant memory. */
final class OutputScan {

    private static final int BUFFER = 32 * 1024;

    /** Takes characters one by one. */
    interface Visitor {

        /** @return whether to go on */
        boolean visit(char c);
    }

    private OutputScan() {}

    /** Shows every character to the visitor until it has seen enough; closes the reader. */
    static void each(Reader reader, Visitor visitor) throws IOException {
        try (reader) {
            char[] buffer = new char[BUFFER];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (!visitor.visit(buffer[i])) {
                        return;
                    }
                }
            }
        }
    }

    static boolean isBlank(Reader reader) throws IOException {
        boolean[] blank = {true};
        each(reader, c -> blank[0] = WhiteSpace.is(c));
        return blank[0];
    }

    /** Lines after trimming (rule 6.4): line ends count only once something follows that is not white space. */
    static long lineCount(Reader reader) throws IOException {
        LineCounter counter = new LineCounter();
        each(reader, counter);
        return counter.lines;
    }

    static boolean contains(Reader reader, String text) throws IOException {
        if (text.isEmpty()) {
            reader.close();
            return true;
        }
        TextSearch search = new TextSearch(text);
        boolean[] found = {false};
        each(reader, c -> !(found[0] = search.endsAt(c)));
        return found[0];
    }

    private static final class LineCounter implements Visitor {

        private long lines;
        private long lineEnds;

        @Override
        public boolean visit(char c) {
            if (!WhiteSpace.is(c)) {
                lines += lines == 0 ? 1 : lineEnds;
                lineEnds = 0;
            } else if (c == '\n') {
                lineEnds++;
            }
            return true;
        }
    }
}
