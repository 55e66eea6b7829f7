package io.jenkins.plugins.tasker.report.findings;

import io.jenkins.plugins.tasker.text.DisplayWidth;
import io.jenkins.plugins.tasker.text.VisibleText;
import io.jenkins.plugins.tasker.validation.FindingLocation;
import java.util.function.UnaryOperator;

/**
 * A line of a task file as a terminal shows it, and the column of a finding in it.
 *
 * @param text without control characters, cut around the place
 * @param caret how many columns of the text precede the place
 */
record SourceLine(String text, int caret) {

    private static final String CUT = "\u2026";

    /** A line without room for these many columns would show nothing useful. */
    private static final int NARROWEST = 10;

    /**
     * @param line as written in the file
     * @param mask replaces secrets; what it changes has no known place
     * @param width how many columns the text may occupy
     */
    static SourceLine of(String line, FindingLocation location, UnaryOperator<String> mask, int width) {
        String masked = mask.apply(line);
        int place = masked.equals(line) ? place(line, location) : masked.indexOf(mask.apply(location.offending()));
        String before = visible(masked.substring(0, Math.max(0, place)));
        String all = before + visible(masked.substring(Math.max(0, place)));
        return new SourceLine(all, DisplayWidth.of(before)).fit(before.length(), Math.max(NARROWEST, width));
    }

    /** Returns the position of a finding in its line, from 0; the first visible character if it has no place of its own. */
    static int place(String line, FindingLocation location) {
        if (location.column().isPresent()) {
            return Math.min(location.column().getAsInt() - 1, line.length());
        }
        int found = location.offending().isEmpty() ? -1 : line.indexOf(location.offending());
        return found >= 0 ? found : line.length() - line.stripLeading().length();
    }

    /** Tabs become single blanks, so that the caret is below its place. */
    private static String visible(String text) {
        return VisibleText.of(text.replace('\t', ' '));
    }

    private SourceLine fit(int place, int width) {
        if (DisplayWidth.of(text) <= width) {
            return this;
        }
        if (caret < width * 3 / 4) {
            return new SourceLine(DisplayWidth.cut(text, width), caret);
        }
        // Leaves as much as fits before the place, and a quarter of the width after it.
        int start = place;
        int columns = 1;
        while (start > 0 && columns < width * 3 / 4 - 1) {
            int character = text.codePointBefore(start);
            start -= Character.charCount(character);
            columns += DisplayWidth.of(character);
        }
        return new SourceLine(DisplayWidth.cut(CUT + text.substring(start), width), columns);
    }
}
