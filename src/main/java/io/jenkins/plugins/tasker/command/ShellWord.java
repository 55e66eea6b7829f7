package io.jenkins.plugins.tasker.command;

import java.util.List;
import java.util.Optional;

/** A word of a shell text, without its quotes. */
final class ShellWord {

    /** Takes the place of a reference. */
    static final char VALUE = '\0';

    /** Takes the place of a reference whose value can become several words, or none. */
    static final char CUT_VALUE = '\2';

    /** Takes the place of text that only the shell knows, such as the value of a variable. */
    static final char UNKNOWN = '\1';

    private final StringBuilder text = new StringBuilder();
    private List<ShellPlace> places = List.of();
    private String raw = "";
    private boolean plain = true;
    private boolean braced;

    void append(char c) {
        text.append(c);
    }

    /** Appends a character that is quoted, escaped, or the result of an expansion. */
    void appendQuoted(char c) {
        text.append(c);
        plain = false;
    }

    void quoted() {
        plain = false;
    }

    void braced() {
        braced = true;
    }

    /**
     * Completes the word.
     *
     * @param written the word as written
     * @param inside the references in the word, those of command substitutions included
     */
    void end(String written, List<ShellPlace> inside) {
        raw = written;
        places = List.copyOf(inside);
    }

    /** Returns the word as written. */
    String raw() {
        return raw;
    }

    /** Returns the text, with {@link #VALUE} and {@link #UNKNOWN} for what is not known. */
    String text() {
        return text.toString();
    }

    /** Returns whether the word is this text without any quotes, as reserved words must be. */
    boolean is(String reserved) {
        return plain && reserved.contentEquals(text);
    }

    boolean isPlain() {
        return plain;
    }

    boolean isKnown() {
        return text.indexOf("\0") < 0 && text.indexOf("\2") < 0 && text.indexOf("\1") < 0;
    }

    /** Returns whether the word can become several words, or none. */
    boolean isCut() {
        return text.indexOf("\2") >= 0;
    }

    boolean hasValue() {
        return !places.isEmpty();
    }

    /** Returns whether braces make several words of this one in some shells. */
    boolean isBraced() {
        return braced && !text.toString().equals("{}");
    }

    List<ShellPlace> places() {
        return places;
    }

    /** Returns the text after the last slash. */
    String baseName() {
        return text.substring(text.lastIndexOf("/") + 1);
    }

    /** Returns the name that an assignment sets, {@code x} in {@code x=1}; empty for other words. */
    Optional<String> assigned() {
        int equals = text.indexOf("=");
        int end = equals > 0 && text.charAt(equals - 1) == '+' ? equals - 1 : equals;
        return end > 0 && ShellNames.isName(text.substring(0, end)) && raw.startsWith(text.substring(0, equals))
                ? Optional.of(text.substring(0, end))
                : Optional.empty();
    }

    void refuse(String reason) {
        places.forEach(place -> place.refuse(reason));
    }

    void requireInteger(String where) {
        places.forEach(place -> place.requireInteger(where));
    }
}
