package io.jenkins.plugins.tasker.text;

/** Adds the host to the name of a task. */
public final class OnHost {

    private OnHost() {}

    /**
     * Returns {@code Task 5-6 on web1}, or the text alone if the hostname is empty or the label of a fan-out task names it.
     *
     * @param text usually the label of a task
     */
    public static String of(String text, String hostname) {
        boolean named = text.endsWith("@" + hostname) || text.contains("@" + hostname + "#");
        return hostname.isEmpty() || named ? text : text + " on " + hostname;
    }
}
