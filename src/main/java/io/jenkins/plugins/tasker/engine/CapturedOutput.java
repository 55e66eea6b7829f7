package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.text.Shortened;
import java.util.Optional;

/**
 * An output of a command as read, before it is split.
 *
 * @param unsplit its first {@link TaskResult#STORED_OUTPUT} characters; empty if the result holds the same text
 * @param length characters of the whole output
 * @param loss why its end could not be kept (rule 6.3); empty if it is complete
 * @param end its last characters if it is longer than the stored start; at most {@link TaskResult#STORED_END}
 */
public record CapturedOutput(Optional<String> unsplit, long length, String loss, String end) {

    public static final CapturedOutput NOTHING = new CapturedOutput(Optional.empty(), 0, "", "");

    /**
     * Returns the recorded parts of the output: its start and its end, with the number of characters in between (rule 16.13).
     *
     * @param stored the start of the split output
     */
    String shown(String stored) {
        String start = unsplit.orElse(stored);
        long between = length - start.length() - end.length();
        return between <= 0
                ? start + end
                : start + "\n" + Shortened.gap(between).strip() + "\n" + end;
    }
}
