package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.io.Serializable;

/** Something that happened to a command on the agent. */
public sealed interface CommandReport extends Serializable {

    /** The id under which the command was ordered. */
    int command();

    /** Some more text of one stream; cut anywhere. */
    record Text(int command, OutputStreamName stream, String text) implements CommandReport {}

    /** The command has ended; the last report about it. */
    record Ended(int command, int exitCode, boolean timedOut, long nanos, SentOutput stdout, SentOutput stderr)
            implements CommandReport {}

    /** The agent failed to run the command to its end, and doesn't know how far it came. */
    record Failed(int command, String reason) implements CommandReport {}
}
