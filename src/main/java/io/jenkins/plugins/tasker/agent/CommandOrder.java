package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.Command;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Something that the agent shall do. Orders may overtake each other on their way, so each carries its number; the agent
 * acts on them in the order of the numbers, which start at 0 and have no gaps.
 */
public sealed interface CommandOrder extends Serializable {

    long number();

    /** The id of the command, chosen by the controller. */
    int command();

    /**
     * Starts a command; what becomes of it is told in {@link CommandReport}s under the same id.
     *
     * @param live whether its output is sent while it runs
     * @param id names the command within its run
     * @param again whether it was ordered before, so that it may have been started
     * @param heard what was heard of its output then, and is not to be sent again
     * @param released commands whose results are recorded, so that the agent need not keep them any more
     */
    record Start(
            long number,
            int command,
            List<String> argv,
            Duration timeLimit,
            Map<String, String> environment,
            boolean live,
            String id,
            boolean again,
            OutputOffsets heard,
            int[] released)
            implements CommandOrder {

        static Start of(
                long number,
                int id,
                Command command,
                boolean live,
                boolean again,
                OutputOffsets heard,
                int[] released) {
            return new Start(
                    number,
                    id,
                    command.argv(),
                    command.timeLimit(),
                    command.environment(),
                    live,
                    command.id(),
                    again,
                    heard,
                    released);
        }

        /** Without the environment, which may hold secrets. */
        @Override
        public String toString() {
            return number + ": start " + argv + " as " + command;
        }

        Command toRun() {
            return new Command(id, argv, timeLimit, environment, "");
        }
    }

    /**
     * Ends a command with all its descendants; nothing happens if it has ended.
     *
     * @param kill at once, without a grace
     */
    record Stop(long number, int command, boolean kill) implements CommandOrder {}
}
