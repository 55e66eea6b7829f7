package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.command.output.OutputListener;

/** The port through which the engine runs commands: a local process, a Jenkins agent, or a fake in a test. */
public interface CommandRunner {

    /**
     * Starts a command and returns at once. What goes wrong while starting is a result as well (rule 5.11: 126, 127),
     * never an exception.
     *
     * @param listener told of output while it arrives, on a thread of the runner; may block to slow the command down
     */
    RunningCommand start(Command command, OutputListener listener);

    /**
     * The node that runs the commands of a host name whose type is {@link ExecutionType#onNode}. May choose one of several,
     * and then says the same for the rest of the run. Answers at once.
     *
     * @return the name itself if there is no such node; a command for it is not started (126)
     */
    default String node(String hostname) {
        return hostname;
    }

    /**
     * Takes a command up again that was to be started under the same {@link Command#id()} by a process that is gone. If it
     * was not started, it is now and only now; a command is never started twice.
     *
     * @return its result fails with {@link UnknownEndException} if nobody knows how the command ended, or will
     */
    default RunningCommand reattach(Command command, OutputListener listener) {
        return RunningCommand.unknown("it was started by a process that was cut off");
    }
}
