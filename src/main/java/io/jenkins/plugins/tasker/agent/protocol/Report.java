package io.jenkins.plugins.tasker.agent.protocol;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;

/** A message of the session on an agent to the controller. */
public sealed interface Report {

    /** A message about one command. */
    sealed interface OfCommand extends Report {

        /** The number with which the controller started the command. */
        int command();
    }

    /** Bytes of unhandled reports that an agent may send before it must wait for {@link Order.Credit}. */
    int WINDOW = 4 * 1024 * 1024;

    /**
     * A piece of one output stream of a command, cut anywhere.
     *
     * @param offset position of the text in the stream, in characters
     */
    record Text(int command, OutputStreamName stream, long offset, String text) implements OfCommand {

        /** Maximum length of a text, in characters. */
        public static final int LONGEST = 64 * 1024;
    }

    /**
     * The command has ended. This is its last report.
     *
     * @param nanos time from start to end
     */
    record Ended(int command, boolean timedOut, int exitCode, long nanos, SentOutput stdout, SentOutput stderr)
            implements OfCommand {}

    /** The agent failed to run the command to its end; how far the command came is unknown. */
    record Failed(int command, String reason) implements OfCommand {}

    /**
     * The answer to a question.
     *
     * @param number of the question
     * @param failed whether the text is the reason why there is no answer
     * @param value a count; 1 for yes and 0 for no
     */
    record Answer(int number, boolean failed, long value, String text) implements Report {}

    /**
     * Asks the controller to start a shell through the launcher of the build; {@link Order.ShellEnded} with the same number follows.
     *
     * @param name of the shell's files in the control directory
     */
    record LaunchShell(int number, String name) implements Report {}

    /** Asks the controller to kill a shell that it has started. */
    record KillShell(int number) implements Report {}

    /** The session on the agent has failed and ends. Its commands may still be running. */
    record Broken(String reason) implements Report {}
}
