package io.jenkins.plugins.tasker.text;

/** Adds the host to the name of a task. */
public final class OnHost {

    private OnHost() {}

    /**
     * Returns {@code Task 5-6 on web1}, or the text alone if the hostname is empty.
     *
     * @param text usually the label of a task
     */
    public static String of(String text, String hostname) {
        return hostname.isEmpty() ? text : text + " on " + hostname;
    }
}
