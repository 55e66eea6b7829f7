package io.jenkins.plugins.tasker.agent.protocol;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.time.Duration;

/**
 * A question of the controller to the agent. The agent answers each with one {@link Report.Answer}.
 *
 * @param text a program, path, host or text to search for
 * @param command owner of the output that the question is about
 * @param number a position in characters, or a time limit in milliseconds
 */
public record Question(Kind kind, String text, int command, OutputStreamName stream, long number) {

    /** What the controller asks. */
    public enum Kind {
        /** Whether PATH finds a program. */
        ON_PATH,
        /** Whether a regular file exists. */
        FILE_EXISTS,
        /** Whether a regular file exists or PATH finds a program. */
        FILE_OR_PROGRAM,
        /** Whether a host name resolves. */
        RESOLVES,
        /** Whether a host is reachable. */
        IS_REACHABLE,
        /** Whether a retained output contains a text. */
        CONTAINS,
        /** Whether a line of a retained output matches a pattern. */
        MATCHES_LINE,
        /** Whether a retained output is blank. */
        IS_BLANK,
        /** How many lines a retained output has. */
        LINE_COUNT,
        /** The last characters of a retained output; the number is their count. */
        END,
        /** A part of a retained output, from a position. */
        READ,
        /** Whether a shell can start commands; the session starts one through the launcher of the build. */
        SHELL
    }

    /** Creates a question about the machine of the agent. */
    public static Question about(Kind kind, String text) {
        return new Question(kind, text, 0, OutputStreamName.STDOUT, 0);
    }

    public static Question isReachable(String host, Duration limit) {
        return new Question(Kind.IS_REACHABLE, host, 0, OutputStreamName.STDOUT, limit.toMillis());
    }
}
