package io.jenkins.plugins.tasker.command.output;

/** Receives the output of a command while it runs, decoded and with LF as line end (rule 5.10). */
@FunctionalInterface
public interface OutputListener {

    /** Ignores all output. */
    OutputListener NONE = (stream, text) -> {};

    /** Characters of one command, both streams together, that a remote runner sends while the command runs; it drops the rest. */
    int MOST_SENT = 1024 * 1024;

    /** Called with the next piece of one stream, cut anywhere. */
    void output(OutputStreamName stream, String text);
}
