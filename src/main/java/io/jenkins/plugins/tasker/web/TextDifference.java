package io.jenkins.plugins.tasker.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** Compares two texts line by line, as a unified diff. */
final class TextDifference {

    private static final int CONTEXT = 3;
    /** Lines with the names of both texts, which the result omits. */
    private static final int HEADER = 2;

    private TextDifference() {}

    /** A line of a text, or the header of a block of changes. */
    public static final class Line {

        private final String text;

        Line(String text) {
            this.text = text;
        }

        public String getText() {
            return text;
        }

        /** Returns {@code added}, {@code removed}, {@code place} or {@code same}. */
        public String getKind() {
            return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
                case '+' -> "added";
                case '-' -> "removed";
                case '@' -> "place";
                default -> "same";
            };
        }
    }

    /** Returns the changed lines, marked with {@code +} and {@code -}, and three lines of context around them. */
    public static List<Line> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> difference = UnifiedDiffUtils.generateUnifiedDiff(
                "", "", old, DiffUtils.diff(old, after.lines().toList()), CONTEXT);
        return difference.stream().skip(HEADER).map(Line::new).toList();
    }
}
