package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.io.Serializable;

/** A message of the agent about one command. */
public sealed interface CommandReport extends Serializable {

    /** The id under which the controller submitted the command. */
    int command();

    /**
     * A piece of one output stream, cut anywhere.
     *
     * @param offset position of the text in the stream, in characters
     */
    record Text(int command, OutputStreamName stream, long offset, String text) implements CommandReport {}

    /**
     * The command has ended. This is its last report.
     *
     * @param nanos time from start to end
     */
    record Ended(int command, boolean timedOut, int exitCode, long nanos, SentOutput stdout, SentOutput stderr)
            implements CommandReport {}

    /** The agent failed to run the command to its end; how far the command came is unknown. */
    record Failed(int command, String reason) implements CommandReport {}
}
