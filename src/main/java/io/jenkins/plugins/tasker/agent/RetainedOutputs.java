package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Question;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.output.LinePattern;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.command.output.Readers;
import io.jenkins.plugins.tasker.command.output.UnreadablePatternException;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps large outputs on the agent and answers the controller's questions about them. */
final class RetainedOutputs {

    private record Key(int command, OutputStreamName stream) {}

    private final Map<Key, Retained> outputs = new ConcurrentHashMap<>();
    private final Set<Output> unsent = ConcurrentHashMap.newKeySet();
    private volatile boolean discarded;

    /** Adds an output whose start is still to be sent. */
    void add(Output output) {
        unsent.add(output);
        if (discarded) {
            discard(output);
        }
    }

    /** Closes an output that {@link #add} has received. */
    void discard(Output output) {
        if (unsent.remove(output)) {
            output.close();
        }
    }

    /** Keeps an output that {@link #add} has received, until {@link #discard(int, OutputStreamName)}. */
    void keep(int command, OutputStreamName stream, Output output) {
        unsent.remove(output);
        outputs.put(new Key(command, stream), new Retained(output));
        if (discarded) {
            discard(command, stream);
        }
    }

    /** @throws IOException if the output was discarded or cannot be read */
    Report.Answer answer(int number, Question question) throws IOException {
        Retained retained = outputs.get(new Key(question.command(), question.stream()));
        if (retained == null) {
            throw new IOException("the agent no longer has this output");
        }
        return switch (question.kind()) {
            case CONTAINS -> yesOrNo(number, retained.output.contains(question.text()));
            case MATCHES_LINE -> yesOrNo(number, retained.output.matchesLine(pattern(question.text())));
            case END -> new Report.Answer(number, false, 0, retained.end(question.number()));
            case IS_BLANK -> yesOrNo(number, retained.output.isBlank());
            case LINE_COUNT -> new Report.Answer(number, false, retained.output.lineCount(), "");
            case READ -> new Report.Answer(number, false, 0, retained.read(question.number()));
            default -> throw new IOException(question.kind() + " is no question about an output");
        };
    }

    private static LinePattern pattern(String syntax) throws IOException {
        try {
            return LinePattern.compile(syntax);
        } catch (UnreadablePatternException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static Report.Answer yesOrNo(int number, boolean yes) {
        return new Report.Answer(number, false, yes ? 1 : 0, "");
    }

    void discard(int command, OutputStreamName stream) {
        Retained retained = outputs.remove(new Key(command, stream));
        if (retained != null) {
            retained.close();
        }
    }

    /** Closes all outputs, also those that are added later. */
    void discardAll() {
        discarded = true;
        List.copyOf(unsent).forEach(this::discard);
        List.copyOf(outputs.keySet()).forEach(key -> discard(key.command(), key.stream()));
    }

    /** An output with at most one open reader, which reads on if the controller does. */
    private static final class Retained {

        private final Output output;
        private final char[] buffer = new char[Report.Text.LONGEST];
        private Reader reader;
        private long position;

        private Retained(Output output) {
            this.output = output;
        }

        /** Returns the next characters from a position; empty at the end. */
        private synchronized String read(long from) throws IOException {
            if (reader == null || position != from) {
                closeReader();
                reader = output.reader();
                position = Readers.skip(reader, from);
            }
            int count = Math.max(0, reader.read(buffer));
            position += count;
            return new String(buffer, 0, count);
        }

        private String end(long limit) {
            return output.end((int) Math.min(limit, Report.Text.LONGEST));
        }

        private void closeReader() throws IOException {
            if (reader != null) {
                reader.close();
            }
        }

        private synchronized void close() {
            try {
                closeReader();
            } catch (IOException e) {
                // the output is closed anyway
            }
            output.close();
        }
    }
}
