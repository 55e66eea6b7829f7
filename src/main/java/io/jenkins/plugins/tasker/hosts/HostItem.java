package io.jenkins.plugins.tasker.hosts;

/**
 * An item of a list of hosts (rule 19.2).
 *
 * @param kind what the text is
 * @param text the name of the group, the path of the file, the reference with both {@code @}, or the item itself
 * @param pattern the names of an item of kind {@link Kind#NAMES}; null for all others
 * @param isExcluded whether the item takes its hosts away
 * @param place where the item is
 */
record HostItem(Kind kind, String text, HostPattern pattern, boolean isExcluded, HostPlace place) {

    enum Kind {
        NAMES,
        GROUP,
        FILE,
        /** A reference to the result of a task. */
        RESULT
    }
}
