package io.jenkins.plugins.tasker.command.output;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/** Decodes the bytes of one stream of a command, sends the text to a listener, and stores it. For one thread. */
public final class OutputCollector {

    private final OutputStreamName stream;
    private final OutputBuilder output;
    private final TextDecoder decoder = new TextDecoder();
    private OutputListener listener;

    /** @param spools creates the storage for a large output */
    public OutputCollector(OutputStreamName stream, OutputListener listener, Spool.Factory spools) {
        this.stream = stream;
        this.listener = listener;
        this.output = new OutputBuilder(spools);
    }

    /** Consumes all remaining bytes. */
    public void accept(ByteBuffer bytes) {
        decoder.decode(bytes, this::add);
    }

    /** Called at the end of the stream. Only {@link #addLine} may follow. */
    public void end() {
        decoder.end(this::add);
    }

    /** Adds a line of Tasker to the output of the command. */
    public void addLine(String line) {
        add((output.atLineStart() ? "" : "\n") + line + "\n");
    }

    /** Returns the collected output. */
    public Output output() {
        return output.build();
    }

    private void add(String text) {
        output.append(text);
        try {
            listener.output(stream, text);
        } catch (RuntimeException e) {
            // a failing listener must not affect the command
            // fetched only here: the first logger of a JVM takes as long as a whole short run
            System.getLogger(OutputCollector.class.getName())
                    .log(Level.WARNING, "A listener failed; it receives no further output of " + stream, e);
            listener = OutputListener.NONE;
        }
    }
}
