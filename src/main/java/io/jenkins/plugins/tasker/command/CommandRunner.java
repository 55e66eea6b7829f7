package io.jenkins.plugins.tasker.command;

/** The port through which the engine runs commands: a local process, a Jenkins agent, or a fake in a test. */
public interface CommandRunner {

    /**
     * Starts a command and returns at once. What goes wrong while starting is a result as well (rule 5.11: 126, 127),
     * never an exception.
     *
     * @param listener told of output while it arrives, on a thread of the runner; may block to slow the command down
     */
    RunningCommand start(Command command, OutputListener listener);
}
