package io.jenkins.plugins.tasker.validation;

/** A number with the word for what it counts. */
final class Counted {

    private Counted() {}

    /** 1 task, 2 tasks. */
    static String of(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
