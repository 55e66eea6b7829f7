package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.Command;
import java.io.IOException;
import java.util.List;

/** Wraps another program around each command at its start. */
public interface CommandWrapper {

    /** Starts commands without a wrapper. */
    CommandWrapper NONE = new CommandWrapper() {
        @Override
        public String mark(Command command) {
            return CommandMark.next();
        }

        @Override
        public List<String> wrap(Command command, List<String> argv) {
            return argv;
        }

        @Override
        public boolean isComplete(Command command) {
            return false;
        }
    };

    /** Returns the {@link CommandMark} for the processes of the command. */
    String mark(Command command);

    /**
     * Returns the argv to start. Called once, immediately before the start.
     *
     * @param argv of the command, with the program as the system finds it
     * @throws IOException if the command must not start
     */
    List<String> wrap(Command command, List<String> argv) throws IOException;

    /** Whether the output of an ended command is complete although a process still holds its streams. */
    boolean isComplete(Command command);

    /** Called when the time limit of a command is reached, before the command is terminated. */
    default void timeLimitReached(Command command) {}
}
