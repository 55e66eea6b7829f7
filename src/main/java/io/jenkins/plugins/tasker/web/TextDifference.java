package io.jenkins.plugins.tasker.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** What changed from one text to another, line by line, as people know it from version control. */
final class TextDifference {

    private static final int CONTEXT = 3;
    /** The names of both texts, which whoever shows the lines tells in its own words. */
    private static final int HEADER = 2;

    private TextDifference() {}

    /** A line of a text, or a mark between two places of it. */
    public static final class Line {

        private final String text;

        Line(String text) {
            this.text = text;
        }

        public String getText() {
            return text;
        }

        /** {@code added}, {@code removed}, {@code place} or {@code same}. */
        public String getKind() {
            return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
                case '+' -> "added";
                case '-' -> "removed";
                case '@' -> "place";
                default -> "same";
            };
        }
    }

    /** Changed lines, marked by {@code +} and {@code -}, with three others around them; none if nothing changed. */
    public static List<Line> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> difference = UnifiedDiffUtils.generateUnifiedDiff(
                "", "", old, DiffUtils.diff(old, after.lines().toList()), CONTEXT);
        return difference.stream().skip(HEADER).map(Line::new).toList();
    }
}
