package io.jenkins.plugins.tasker.command.output;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/** Takes the bytes of one stream of a command, tells the listener what they say, and keeps it. For one thread. */
public final class OutputCollector {

    private final OutputStreamName stream;
    private final OutputBuilder output;
    private final TextDecoder decoder = new TextDecoder();
    private OutputListener listener;

    public OutputCollector(OutputStreamName stream, OutputListener listener, Spool.Factory spools) {
        this.stream = stream;
        this.listener = listener;
        this.output = new OutputBuilder(spools);
    }

    /** Takes all the bytes. */
    public void accept(ByteBuffer bytes) {
        decoder.decode(bytes, this::add);
    }

    /** The stream has ended. What is added afterwards are only lines of our own. */
    public void end() {
        decoder.end(this::add);
    }

    /** Adds a line that the command did not print. */
    public void addLine(String line) {
        add((output.atLineStart() ? "" : "\n") + line + "\n");
    }

    public Output output() {
        return output.build();
    }

    private void add(String text) {
        output.append(text);
        try {
            listener.output(stream, text);
        } catch (RuntimeException e) {
            // a command must not suffer from who watches it
            // fetched only here: the first logger of a JVM takes as long as a whole short run
            System.getLogger(OutputCollector.class.getName())
                    .log(Level.WARNING, "A listener failed; it receives no further output of " + stream, e);
            listener = OutputListener.NONE;
        }
    }
}
