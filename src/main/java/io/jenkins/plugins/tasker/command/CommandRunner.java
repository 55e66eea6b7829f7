package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.command.output.OutputListener;

/**
 * The port through which the engine runs commands. Implementations run them as local processes, on Jenkins agents, or as
 * fakes in tests.
 */
public interface CommandRunner {

    /**
     * Starts a command and returns at once. A failed start is a result with exit code 126 or 127 (rule 5.11), never an
     * exception.
     *
     * @param listener receives output while the command runs, on a thread of the runner; may block to slow the command down
     */
    RunningCommand start(Command command, OutputListener listener);

    /**
     * Returns the node for a host name of a type with {@link ExecutionType#onNode}. If several nodes match, the runner
     * selects one and keeps it for the rest of the run. Returns at once.
     *
     * @return the name itself if no node matches; its commands end with exit code 126
     */
    default String node(String hostname) {
        return hostname;
    }

    /**
     * Reattaches to a command that an earlier process submitted under the same {@link Command#id()}. Starts the command if
     * that process had not started it. No command starts twice.
     *
     * @return a command with a result that fails with {@link UnknownEndException} if the end of the command is unknown
     */
    default RunningCommand reattach(Command command, OutputListener listener) {
        return RunningCommand.unknown("the process that started it was interrupted");
    }
}
