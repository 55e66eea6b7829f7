package io.jenkins.plugins.tasker.command.output;

/** Is told of a command's output while it arrives, decoded and with unified line ends (rule 5.10). */
@FunctionalInterface
public interface OutputListener {

    OutputListener NONE = (stream, text) -> {};

    /** Some more text of one stream, in order; cut anywhere, not only at line ends. */
    void output(OutputStreamName stream, String text);
}
