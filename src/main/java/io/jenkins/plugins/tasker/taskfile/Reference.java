package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/**
 * Text with the shape of a reference, whether its target exists or not (rules 7.1 and 7.2).
 *
 * @param start position of the first {@code @}
 * @param end position after the second {@code @}
 * @param separator position of the {@code _} between task number and result name; -1 for a global variable
 */
record Reference(String text, int start, int end, int separator) {

    /**
     * Returns the first reference at or after a position, or null. Takes time in proportion to the length of the text.
     */
    static Reference find(String text, int from) {
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
        return reference != null && reference.end == text.length();
    }

    private static Reference at(String text, int start) {
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
        return closed ? new Reference(text, start, end + 1, result ? digits : -1) : null;
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
        return separator < 0;
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
        return TaskId.parse(id)
                .flatMap(task -> ResultName.of(text.substring(separator + 1, end - 1))
                        .map(name -> new ResultReference(task, name)));
    }
}
