package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.OutputStreamName;
import java.io.Serializable;

/**
 * How much of the output of a command was told while it ran.
 *
 * @param stdout characters
 * @param stderr characters
 */
public record Heard(long stdout, long stderr) implements Serializable {

    static final Heard NOTHING = new Heard(0, 0);

    long of(OutputStreamName stream) {
        return stream == OutputStreamName.STDOUT ? stdout : stderr;
    }

    Heard plus(OutputStreamName stream, long characters) {
        return stream == OutputStreamName.STDOUT
                ? new Heard(stdout + characters, stderr)
                : new Heard(stdout, stderr + characters);
    }
}
