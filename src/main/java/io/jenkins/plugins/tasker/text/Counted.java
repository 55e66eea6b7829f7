package io.jenkins.plugins.tasker.text;

/** Writes a number together with its noun. */
public final class Counted {

    private Counted() {}

    /** Returns {@code 1 task}, {@code 2 tasks}: adds an s to the noun unless the number is 1. */
    public static String of(long number, String noun) {
        return of(number, noun, noun + "s");
    }

    /** Returns {@code 1 retry}, {@code 2 retries}. */
    public static String of(long number, String singular, String plural) {
        return number + " " + (number == 1 ? singular : plural);
    }
}
