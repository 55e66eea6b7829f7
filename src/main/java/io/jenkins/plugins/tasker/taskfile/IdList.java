package io.jenkins.plugins.tasker.taskfile;

import java.util.Arrays;
import java.util.List;

/**
 * Reads lists of ids, separated by commas. Blanks and empty items are ignored, and ranges are not allowed (rule 3.4).
 */
public final class IdList {

    private IdList() {}

    /** Returns the items as written, trimmed, without empty ones. */
    public static List<String> items(String value) {
        return Arrays.stream(value.split(","))
                .map(WhiteSpace::trim)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Returns the ids of the items; {@link TaskId#UNREADABLE} for an item that is not an id. */
    public static List<TaskId> parse(String value) {
        return items(value).stream()
                .map(item -> TaskId.parse(item).orElse(TaskId.UNREADABLE))
                .toList();
    }
}
