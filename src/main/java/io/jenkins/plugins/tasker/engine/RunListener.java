package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;

/** Is told what happens in a run. */
@FunctionalInterface
public interface RunListener {

    /** One event, always on the thread of the engine. What this method throws ends the run with exit code 99. */
    void event(RunEvent event);

    /** Output of a running command as it arrives, on any thread; cut anywhere. Secrets are not masked. */
    default void output(TaskKey task, OutputStreamName stream, String text) {}

    /** Whether {@link #output} does anything; output of an agent travels only to somebody who wants it. */
    default boolean wantsOutput() {
        return false;
    }
}
