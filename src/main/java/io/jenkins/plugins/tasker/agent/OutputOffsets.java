package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;

/**
 * A position in each output stream of a command.
 *
 * @param stdout characters from the start of the stream
 * @param stderr characters from the start of the stream
 */
record OutputOffsets(long stdout, long stderr) {

    static final OutputOffsets START = new OutputOffsets(0, 0);

    long of(OutputStreamName stream) {
        return stream == OutputStreamName.STDOUT ? stdout : stderr;
    }

    OutputOffsets with(OutputStreamName stream, long offset) {
        return stream == OutputStreamName.STDOUT
                ? new OutputOffsets(offset, stderr)
                : new OutputOffsets(stdout, offset);
    }
}
