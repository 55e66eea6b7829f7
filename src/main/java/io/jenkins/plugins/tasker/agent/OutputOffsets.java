package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.io.Serializable;

/**
 * How much of the output of a command was told while it ran.
 *
 * @param stdout characters
 * @param stderr characters
 */
public record OutputOffsets(long stdout, long stderr) implements Serializable {

    static final OutputOffsets NOTHING = new OutputOffsets(0, 0);

    long of(OutputStreamName stream) {
        return stream == OutputStreamName.STDOUT ? stdout : stderr;
    }

    OutputOffsets plus(OutputStreamName stream, long characters) {
        return stream == OutputStreamName.STDOUT
                ? new OutputOffsets(stdout + characters, stderr)
                : new OutputOffsets(stdout, stderr + characters);
    }
}
