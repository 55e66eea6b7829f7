package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/**
 * Something in a text that has the shape of a reference, defined or not (rules 7.1 and 7.2).
 *
 * @param start position of the first {@code @}
 * @param end position behind the second one
 * @param separator position of the {@code _} between the number of a task and the name of a result; -1 in the name of a
 *     global variable
 */
record Reference(String text, int start, int end, int separator) {

    /** The first reference at or after a position, or null. Takes time in proportion to the text. */
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

    /** Whether the whole text is one reference. */
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

    /** As it is written, with its {@code @}. */
    String written() {
        return text.substring(start, end);
    }

    boolean isGlobal() {
        return separator < 0;
    }

    /** The name of the global variable that is meant. */
    String global() {
        return text.substring(start + 1, end - 1);
    }

    /** The result that is meant; empty if it is {@code @N_...@} with leading zeros or an unknown ending (E13). */
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
