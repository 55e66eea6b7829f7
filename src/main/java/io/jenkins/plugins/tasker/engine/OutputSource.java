package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;

/** One of the two outputs of one attempt of a task. */
public record OutputSource(TaskKey task, OutputStreamName stream) {

    // Written by hand for a fast start, see TaskKey.
    @Override
    public boolean equals(Object other) {
        return other instanceof OutputSource source && task.equals(source.task) && stream == source.stream;
    }

    @Override
    public int hashCode() {
        return 31 * task.hashCode() + stream.ordinal();
    }
}
