package io.jenkins.plugins.tasker.command;

/** A reference in a shell text: how its value is written there, or why it must not be (rule 5.8). */
final class ShellPlace {

    /** The quotes around a reference. A value in a comment is not written at all. */
    enum Quotes {
        NONE,
        DOUBLE,
        SINGLE,
        COMMENT
    }

    private final Quotes quotes;
    private final char before;
    private String refusal = "";
    private String integerIn = "";
    private String program = "";

    /** @param before the character that the shell would combine with the value: a dollar sign, a backslash, or a blank */
    ShellPlace(Quotes quotes, char before) {
        this.quotes = quotes;
        this.before = before;
    }

    Quotes quotes() {
        return quotes;
    }

    /** Returns a dollar sign or a backslash that the author wrote before the reference as an ordinary character. */
    char before() {
        return before;
    }

    /** Forbids a value; the first reason counts. */
    void refuse(String reason) {
        refusal = refusal.isEmpty() ? reason : refusal;
    }

    /** Allows decimal integers only. */
    void requireInteger(String where) {
        integerIn = where;
    }

    /** Remembers a program that reads its arguments as a program of its own (W39). */
    void readBy(String name) {
        program = name;
    }

    /** Returns why no value may stand here; empty if a value may. */
    String refusal() {
        return refusal;
    }

    /** Returns the construct that calculates with the value; empty if any text may stand here. */
    String integerIn() {
        return integerIn;
    }

    String program() {
        return program;
    }
}
