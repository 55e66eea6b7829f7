package io.jenkins.plugins.tasker.text;

/** A number with the word for what it counts. */
public final class Counted {

    private Counted() {}

    /** 1 task, 2 tasks. */
    public static String of(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
