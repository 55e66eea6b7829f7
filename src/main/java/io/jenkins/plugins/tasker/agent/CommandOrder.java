package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.Command;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An order of the controller to the agent about one command.
 *
 * <p>Orders may overtake each other on their way. The agent executes them in the order of their numbers, which start at 0
 * and have no gaps.
 */
public sealed interface CommandOrder extends Serializable {

    long number();

    /** The id of the command in this session, chosen by the controller. */
    int command();

    /**
     * Starts a command or reattaches to it. {@link CommandReport}s with the same id follow.
     *
     * @param live whether the agent sends the output while the command runs
     * @param id names the command in its run; empty if it ends with the session
     * @param reattach whether an earlier order may have started the command
     * @param released commands with a recorded result, whose files the agent can delete
     */
    record Start(
            long number,
            int command,
            List<String> argv,
            Duration timeLimit,
            Map<String, String> environment,
            boolean live,
            String id,
            boolean reattach,
            int[] released)
            implements CommandOrder {

        static Start of(long number, int sessionId, Command command, boolean live, boolean reattach, int[] released) {
            return new Start(
                    number,
                    sessionId,
                    command.argv(),
                    command.timeLimit(),
                    command.environment(),
                    live,
                    command.id(),
                    reattach,
                    released);
        }

        /** Omits the environment, which may contain secrets. */
        @Override
        public String toString() {
            return number + ": start " + argv + " as " + command;
        }

        /** Returns the command as a runner on the agent starts it. */
        Command toCommand() {
            return new Command(id, argv, timeLimit, environment, "");
        }
    }

    /**
     * Ends a command with all its descendants. Has no effect after the command has ended.
     *
     * @param kill whether the command gets no time to end by itself
     */
    record Stop(long number, int command, boolean kill) implements CommandOrder {}
}
