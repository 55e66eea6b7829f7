package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/**
 * Text with the shape of a reference, whether its target exists or not, or an escaped reference {@code @@NAME@@} (rules 7.1
 * and 7.2).
 *
 * @param start position of the first {@code @}
 * @param end position after the second {@code @}
 * @param separator position of the {@code _} between task number and result name; -1 for a global variable,
 *     -2 for an escaped reference
 */
record Reference(String text, int start, int end, int separator) {

    private static final int GLOBAL = -1;
    private static final int ESCAPED = -2;

    /**
     * Returns the first reference at or after a position that is not escaped, or null. Takes time in proportion to the length
     * of the text.
     */
    static Reference find(String text, int from) {
        Reference found = findAny(text, from);
        while (found != null && found.isEscaped()) {
            found = findAny(text, found.end);
        }
        return found;
    }

    /** Returns the first reference at or after a position, escaped or not, or null. */
    static Reference findAny(String text, int from) {
        int at = text.indexOf('@', from);
        while (at >= 0) {
            Reference reference = at(text, at);
            if (reference != null) {
                return reference;
            }
            at = text.indexOf('@', at + 1);
        }
        return null;
    }

    /** Returns whether the whole text is one reference. */
    static boolean isWhole(String text) {
        Reference reference = text.startsWith("@") ? at(text, 0) : null;
        return reference != null && !reference.isEscaped() && reference.end == text.length();
    }

    private static Reference at(String text, int start) {
        if (!text.startsWith("@@", start)) {
            return plain(text, start);
        }
        Reference escaped = plain(text, start + 1);
        boolean closed = escaped != null && escaped.end < text.length() && text.charAt(escaped.end) == '@';
        return closed ? new Reference(text, start, escaped.end + 1, ESCAPED) : null;
    }

    private static Reference plain(String text, int start) {
        int digits = start + 1;
        while (digits < text.length() && isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean result = digits > start + 1;
        if (result && (digits == text.length() || text.charAt(digits) != '_')) {
            return null;
        }
        int name = result ? digits + 1 : digits;
        int end = name;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        boolean closed = end > name && end < text.length() && text.charAt(end) == '@';
        return closed ? new Reference(text, start, end + 1, result ? digits : GLOBAL) : null;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
    }

    /** Returns the reference as written, with both {@code @}. */
    String written() {
        return text.substring(start, end);
    }

    boolean isGlobal() {
        return separator == GLOBAL;
    }

    boolean isEscaped() {
        return separator == ESCAPED;
    }

    /** Returns the text that an escaped reference stands for: {@code @NAME@}. */
    String unescaped() {
        return text.substring(start + 1, end - 1);
    }

    /** Returns the name of the global variable. */
    String global() {
        return text.substring(start + 1, end - 1);
    }

    /** Returns the target of {@code @N_...@}; empty for leading zeros or an unknown result name (E13). */
    Optional<ResultReference> result() {
        String id = text.substring(start + 1, separator);
        if (id.length() > 1 && id.startsWith("0")) {
            return Optional.empty();
        }
        return TaskId.parse(id).flatMap(task -> ResultReference.of(task, text.substring(separator + 1, end - 1)));
    }
}
