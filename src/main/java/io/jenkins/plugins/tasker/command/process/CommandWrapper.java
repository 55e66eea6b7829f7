package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.Command;
import java.io.IOException;
import java.util.List;

/** What is put around commands when they are started. */
public interface CommandWrapper {

    /** Nothing: a command is a process, and that is all. */
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

    /** The {@link CommandMark} of its processes. */
    String mark(Command command);

    /**
     * Called once, immediately before the start.
     *
     * @param argv of the command, the program as it is to be found
     * @return what is started
     * @throws IOException if it must not be started
     */
    List<String> wrap(Command command, List<String> argv) throws IOException;

    /** Whether nobody can add to the output of a command whose process has ended, although somebody holds its streams. */
    boolean isComplete(Command command);
}
