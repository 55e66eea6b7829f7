package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;

/** Receives the events of a run and the output of its running commands. */
@FunctionalInterface
public interface RunListener {

    /** Called for each event, on the engine's thread. An exception ends the run with exit code 99. */
    void event(RunEvent event);

    /** Called with output of a running command as it arrives, on any thread. The text may end anywhere; secrets are not masked. */
    default void output(TaskKey task, OutputStreamName stream, String text) {}

    /** Returns whether events are still recorded. Once they are not, nothing further starts (rule 16.12). */
    default boolean isRecording() {
        return true;
    }

    /**
     * Runs an action when the recorded start of a task is as durable as its command needs, or can no longer be. Called on the
     * engine's thread, after {@link #event}; the action runs at once, or on any thread.
     */
    default void whenDurable(RunEvent.TaskStarted start, Runnable action) {
        action.run();
    }

    /** Called when the engine has nothing to do but to wait. Starts that wait for the disk share one sync then. */
    default void endTurn() {}

    /** Returns the size of the record in bytes; 0 without one. */
    default long recordBytes() {
        return 0;
    }

    /** Returns whether {@link #output} is called; if not, agents send no output while commands run. */
    default boolean wantsOutput() {
        return false;
    }

    /**
     * Returns whether {@link #output} is called for the commands of a task.
     *
     * @param members tasks of the group to which it belongs; 1 for a task without group
     */
    default boolean wantsOutput(int members) {
        return wantsOutput();
    }
}
