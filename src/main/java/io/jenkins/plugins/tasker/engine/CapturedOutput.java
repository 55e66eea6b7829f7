package io.jenkins.plugins.tasker.engine;

import java.util.Optional;

/**
 * An output of a command as read, before it is split.
 *
 * @param unsplit its first {@link TaskResult#STORED_OUTPUT} characters; empty if the result holds the same text
 * @param length characters of the whole output
 * @param loss why its end could not be kept (rule 6.3); empty if it is complete
 */
public record CapturedOutput(Optional<String> unsplit, long length, String loss) {

    public static final CapturedOutput NOTHING = new CapturedOutput(Optional.empty(), 0, "");
}
