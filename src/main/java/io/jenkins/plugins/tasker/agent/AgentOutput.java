package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Question;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.agent.protocol.SentOutput;
import io.jenkins.plugins.tasker.command.output.LinePattern;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.command.output.Readers;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * The controller's view of a large output. Answers from the head that was sent if possible, and asks the agent otherwise.
 * Only conditions and splits that need more than the head ask, and the caller waits for the answer.
 */
final class AgentOutput implements Output {

    /** A gigabyte is searched in some seconds. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final SentOutput sent;
    private final Output head;
    private final AgentConnection connection;
    private final int command;
    private final OutputStreamName stream;

    AgentOutput(SentOutput sent, AgentConnection connection, int command, OutputStreamName stream) {
        this.sent = sent;
        this.head = Output.of(sent.head());
        this.connection = connection;
        this.command = command;
        this.stream = stream;
    }

    private Report.Answer ask(Question.Kind kind, String text, long position) throws IOException {
        return connection.ask(new Question(kind, text, command, stream, position), LIMIT);
    }

    private long value(Question.Kind kind, String text) {
        try {
            return ask(kind, text, 0).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long length() {
        return sent.length();
    }

    @Override
    public String head(int limit) {
        if (limit <= head.length()) {
            return head.head(limit);
        }
        try (Reader reader = reader()) {
            return Output.of(Readers.read(reader, (int) Math.min(limit, sent.length())))
                    .head(limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String end(int limit) {
        try {
            return limit <= Report.Text.LONGEST
                    ? ask(Question.Kind.END, "", limit).text()
                    : longEnd(limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads an end that is too long for one answer. */
    private String longEnd(int limit) throws IOException {
        StringWriter end = new StringWriter();
        try (Reader reader = reader()) {
            Readers.skip(reader, Math.max(0, sent.length() - limit));
            reader.transferTo(end);
        }
        return Output.of(end.toString()).end(limit);
    }

    @Override
    public Reader reader() {
        return new PartReader();
    }

    @Override
    public boolean contains(String text) {
        return head.contains(text) || value(Question.Kind.CONTAINS, text) == 1;
    }

    @Override
    public boolean matchesLine(LinePattern pattern) {
        return value(Question.Kind.MATCHES_LINE, pattern.syntax()) == 1;
    }

    @Override
    public boolean isBlank() {
        return head.isBlank() && value(Question.Kind.IS_BLANK, "") == 1;
    }

    @Override
    public long lineCount() {
        return value(Question.Kind.LINE_COUNT, "");
    }

    @Override
    public String loss() {
        return sent.loss();
    }

    @Override
    public void close() {
        connection.send(new Order.Discard(command, stream));
    }

    /** Reads the parts that the agent sends. */
    private final class PartReader extends Reader {

        private String part = "";
        private int used;
        private long position;

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (used == part.length()) {
                try {
                    part = ask(Question.Kind.READ, "", position).text();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                used = 0;
                position += part.length();
            }
            if (part.isEmpty()) {
                return -1;
            }
            int count = Math.min(length, part.length() - used);
            part.getChars(used, used + count, buffer, offset);
            used += count;
            return count;
        }

        @Override
        public long skip(long characters) {
            int inPart = (int) Math.min(characters, part.length() - used);
            used += inPart;
            long beyond = Math.max(0, Math.min(characters - inPart, sent.length() - position));
            position += beyond;
            return inPart + beyond;
        }

        @Override
        public void close() {
            // the agent closes its file with the output
        }
    }
}
