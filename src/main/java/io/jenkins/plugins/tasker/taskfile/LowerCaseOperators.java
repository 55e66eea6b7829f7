package io.jenkins.plugins.tasker.taskfile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds {@code and}, {@code or} and {@code not} in an operand, where they are plain text (rule 8.1), if what they join looks like
 * tests: {@code stdout~ready and exit_0} searches the text {@code ready and exit_0}.
 */
final class LowerCaseOperators {

    private static final String WORD = "(?i:and|or)";
    private static final String NOT = "(?:(?i:not)\\s+)*";
    private static final String REFERENCE = "@[A-Za-z0-9_]+@";
    /** The left side of a comparison or search, other than a plain text. */
    private static final String SUBJECT = "(?:stdout|stderr|exit_code|stdout_count|stderr_count|" + REFERENCE + ")";
    /** A test without operator. */
    private static final String SINGLE = "(?:exit_(?:not_)?(?:\\d+|" + REFERENCE
            + ")|success|true|false|all_success|any_success" + "|majority_success|" + REFERENCE + ")";

    private static final String GROUP_NUMBER = "(?:min_success|max_success|min_failed|max_failed)";

    /** A test after the word, to the next such word or the end. */
    private static final Pattern TEST_AFTER = Pattern.compile("(?:^|\\s)(" + WORD + ")\\s+" + NOT + "(?:" + SINGLE
            + "(?:\\s*$|\\s+" + WORD + "\\s)|(?:" + SUBJECT + "|" + GROUP_NUMBER + ")\\s*[=!<>~])");

    /** A test before the word, and then the left side of the test to which the text belongs. */
    private static final Pattern TEST_BEFORE = Pattern.compile(
            "(?:^" + NOT + SINGLE + "\\s+(" + WORD + ")\\s|\\s(" + WORD + ")\\s+" + NOT + SUBJECT + "$)");

    private static final Pattern NOT_BEFORE = Pattern.compile("^((?i:not))\\s+" + NOT + SUBJECT + "$");

    private LowerCaseOperators() {}

    /** Returns the first such word in the text after an operator, as it is written. */
    static Optional<String> inRight(String text) {
        return first(TEST_AFTER.matcher(text));
    }

    /** Returns the first such word in the text before an operator, as it is written. */
    static Optional<String> inLeft(String text) {
        return first(NOT_BEFORE.matcher(text)).or(() -> first(TEST_BEFORE.matcher(text)));
    }

    private static Optional<String> first(Matcher matcher) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Optional.of(word).filter(written -> !written.equals(written.toUpperCase(Locale.ROOT)));
    }
}
