package io.jenkins.plugins.tasker.report.findings;

import io.jenkins.plugins.tasker.report.ReportWords;
import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.DisplayWidth;
import io.jenkins.plugins.tasker.text.VisibleText;
import io.jenkins.plugins.tasker.validation.Finding;
import io.jenkins.plugins.tasker.validation.FindingCode;
import io.jenkins.plugins.tasker.validation.FindingLocation;
import io.jenkins.plugins.tasker.validation.TaskFileValidation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Shows findings with their source lines (rule 24.2):
 *
 * <pre>
 * error[E24]: unbalanced parenthesis
 *  --> deploy.txt:13:13
 * 13 | next=exit_0&(stdout~a
 *    |             ^ close it, or quote the text
 * </pre>
 *
 * <p>Findings of one code about the same text are one finding with several lines.
 */
public final class FindingsText {

    /** How many further lines of a finding are named. */
    private static final int NAMED_LINES = 12;

    private final String file;
    private final List<String> source;
    private final UnaryOperator<String> mask;
    private final TerminalStyle style;
    private final StringBuilder out = new StringBuilder();

    private FindingsText(String file, String text, UnaryOperator<String> mask, TerminalStyle style) {
        this.file = VisibleText.of(file);
        this.source = text.lines().toList();
        this.mask = mask;
        this.style = style;
    }

    /**
     * @param file the name of the task file as the user wrote it
     * @param text of the task file
     * @param mask replaces the secrets of the run by {@code ****} (rule 16.4)
     */
    public static String of(
            String file, String text, TaskFileValidation validation, UnaryOperator<String> mask, TerminalStyle style) {
        return new FindingsText(file, text, mask, style).text(validation);
    }

    private String text(TaskFileValidation validation) {
        Map<FindingCode, Integer> others = new EnumMap<>(validation.omitted());
        Map<FindingCode, Integer> shown = new EnumMap<>(FindingCode.class);
        for (List<Finding> same : folded(validation.findings())) {
            Finding first = same.get(0);
            if (!first.isError() && shown.merge(first.code(), 1, Integer::sum) > TaskFileValidation.PRINTED_WARNINGS) {
                others.merge(first.code(), same.size(), Integer::sum);
            } else {
                finding(first, same.subList(1, same.size()));
            }
        }
        others.forEach((code, count) -> out.append(style.warning("warning[" + code + "]") + ": "
                        + Counted.of(count, "more finding") + " not shown")
                .append("\n\n"));
        return out.toString();
    }

    private static Collection<List<Finding>> folded(List<Finding> findings) {
        Map<Object, List<Finding>> folded = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String about = finding.location().offending();
            Object key = about.isEmpty() ? finding : List.of(finding.code(), about);
            folded.computeIfAbsent(key, unused -> new ArrayList<>()).add(finding);
        }
        return folded.values();
    }

    private void finding(Finding finding, List<Finding> others) {
        FindingLocation location = finding.location();
        String kind = (finding.isError() ? "error[" : "warning[") + finding.code() + "]";
        String message = mask.apply(finding.message());
        List<String> wrapped = style.wrap(kind + ": " + message, "    ");
        out.append(finding.isError() ? style.error(kind) : style.warning(kind))
                .append(style.bold(wrapped.get(0).substring(kind.length())))
                .append('\n');
        wrapped.stream().skip(1).forEach(line -> out.append(style.bold(line)).append('\n'));
        String number = Integer.toString(location.line());
        String column = location.line() > source.size()
                ? ""
                : ":" + (1 + SourceLine.place(source.get(location.line() - 1), location));
        out.append(" ".repeat(number.length() - 1))
                .append(style.accent(" --> "))
                .append(file)
                .append(':')
                .append(number)
                .append(column)
                .append('\n');
        source(location, number, mask.apply(finding.remedy()));
        also(others, number.length());
        out.append('\n');
    }

    private void source(FindingLocation location, String number, String remedy) {
        String margin = " ".repeat(number.length());
        if (location.line() > source.size()) {
            note(margin, remedy);
            return;
        }
        int width = style.width() - number.length() - 3;
        SourceLine line = SourceLine.of(source.get(location.line() - 1), location, mask, width);
        out.append(style.accent(number + " | ")).append(line.text()).append('\n');
        boolean fits = line.caret() + 2 + DisplayWidth.of(remedy) <= width;
        out.append(style.accent(margin + " | "))
                .append(" ".repeat(line.caret()))
                .append(style.accent("^" + (fits ? " " + remedy : "")))
                .append('\n');
        if (!fits) {
            note(margin, remedy);
        }
    }

    private void also(List<Finding> others, int margin) {
        if (others.isEmpty()) {
            return;
        }
        List<String> lines = others.stream()
                .map(finding -> Integer.toString(finding.location().line()))
                .distinct()
                .toList();
        note(
                " ".repeat(margin),
                "also in " + (lines.size() == 1 ? "line " : "lines ") + ReportWords.list(lines, NAMED_LINES));
    }

    private void note(String margin, String text) {
        List<String> wrapped = style.wrap(margin + " = " + text, margin + "   ");
        wrapped.forEach(line -> out.append(line).append('\n'));
    }
}
