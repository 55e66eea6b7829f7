package io.jenkins.plugins.tasker.agent.protocol;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.util.List;

/** A message of the controller to the session on an agent. The session executes orders in the order in which they were sent. */
public sealed interface Order {

    /**
     * Starts a command or reattaches to it. {@link Report}s with the same number follow.
     *
     * @param command number of the command in this session, chosen by the controller
     * @param live whether the agent sends the output while the command runs
     * @param reattach whether an earlier order may have started the command
     * @param released commands with a recorded result, whose files the agent can delete
     */
    record Start(int command, boolean live, boolean reattach, List<Integer> released, Command submitted)
            implements Order {

        public Start {
            released = List.copyOf(released);
        }
    }

    /**
     * Ends a command with all its descendants. Has no effect after the command has ended.
     *
     * @param kill whether the command gets no time to end by itself
     */
    record Stop(int command, boolean kill) implements Order {}

    /** Asks the agent; an {@link Report.Answer} with the same number follows. */
    record Ask(int number, Question question) implements Order {}

    /** Closes an output that stayed on the agent. */
    record Discard(int command, OutputStreamName stream) implements Order {}

    /**
     * Permits the agent to send more reports.
     *
     * @param bytes of reports that the controller has handled since the last credit
     */
    record Credit(int bytes) implements Order {}

    /**
     * The shell of {@link Report.LaunchShell} has ended, or was not started.
     *
     * @param words what it has printed, or why it was not started
     */
    record ShellEnded(int number, String words) implements Order {}

    /** Ends the session: the agent kills the commands that still run, deletes their files and closes its stream. */
    record Close() implements Order {}
}
