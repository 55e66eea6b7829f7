package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.text.Shortened;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** A table for terminals. Columns are as wide as their longest value; lines are cut at the width of the terminal. */
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] right;

    /** @param alignment a character for each column: {@code l} for left, {@code r} for right */
    TextTable(String alignment) {
        right = new boolean[alignment.length()];
        for (int i = 0; i < right.length; i++) {
            right[i] = alignment.charAt(i) == 'r';
        }
    }

    /** Adds a row. Control characters in values are escaped. */
    void row(String... values) {
        rows.add(List.of(values).stream().map(VisibleText::of).toList());
    }

    /** @param width maximum length of a line; longer lines are cut */
    void print(StringBuilder out, int width) {
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? "" : "  ")
                        .append(right[i] ? padding : "")
                        .append(row.get(i))
                        .append(right[i] ? "" : padding);
            }
            String text = line.toString().stripTrailing();
            out.append(text.length() <= width ? text : Shortened.start(text, Math.max(0, width - 1)) + "\u2026")
                    .append('\n');
        }
    }
}
