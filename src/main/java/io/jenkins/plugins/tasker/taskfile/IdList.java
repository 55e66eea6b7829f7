package io.jenkins.plugins.tasker.taskfile;

import java.util.Arrays;
import java.util.List;

/** A list of ids, separated by commas; blanks and empty items are ignored, there are no ranges (rule 3.4). */
public final class IdList {

    private IdList() {}

    /** The items as written, trimmed, without empty ones. */
    public static List<String> items(String value) {
        return Arrays.stream(value.split(","))
                .map(WhiteSpace::trim)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** The ids; an item that is no id gives {@link TaskId#UNREADABLE}. */
    public static List<TaskId> parse(String value) {
        return items(value).stream()
                .map(item -> TaskId.parse(item).orElse(TaskId.UNREADABLE))
                .toList();
    }
}
