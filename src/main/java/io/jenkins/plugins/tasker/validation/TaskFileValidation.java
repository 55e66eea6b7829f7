package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The result of validating a task file.
 *
 * @param findings sorted by line
 * @param omitted how many findings of a code exceed the limit and are not listed
 * @param tasks number of tasks that the file defines, including repeated ones
 * @param tasksByType number of tasks by execution type, the most used type first; types that are known at run time only
 *     are left out
 * @param skipped whether only the errors that cannot be skipped were checked
 */
public record TaskFileValidation(
        List<Finding> findings,
        Map<FindingCode, Integer> omitted,
        int tasks,
        Map<String, Integer> tasksByType,
        boolean skipped) {

    /** The exit code of a run if the task file has errors (rule 13.1). */
    public static final int INVALID = 20;

    /** How many warnings of a code are printed (rule 13.7). */
    public static final int PRINTED_WARNINGS = 5;

    private static final Set<FindingCode> CONDITION_TEXTS = EnumSet.of(
            FindingCode.E24,
            FindingCode.E25,
            FindingCode.E26,
            FindingCode.E29,
            FindingCode.E39,
            FindingCode.E43,
            FindingCode.E44,
            FindingCode.E45,
            FindingCode.E46);

    public static TaskFileValidation of(TaskFile file, ValidationOptions options) {
        CheckedFile checked = new CheckedFile(file, options);
        Findings findings = TaskFileValidator.validate(checked);
        return new TaskFileValidation(
                findings.sorted(),
                findings.omitted(),
                file.tasks().size(),
                types(checked),
                !options.checks().tasks());
    }

    private static Map<String, Integer> types(CheckedFile file) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (CheckedTask task : file.tasks()) {
            if (task.uses(Field.COMMAND)) {
                task.executionType().ifPresent(type -> counts.merge(VisibleText.start(type), 1, Integer::sum));
            }
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    public boolean isPassed() {
        return findings.stream().noneMatch(Finding::isError);
    }

    /** Returns 0 if the file has no error, otherwise {@link #INVALID}. */
    public int exitCode() {
        return isPassed() ? 0 : INVALID;
    }

    /** Returns the number of errors in a group of checks. */
    public long errors(CheckGroup group) {
        return findings.stream()
                .filter(finding -> finding.isError() && finding.code().group() == group)
                .count();
    }

    /**
     * Reports the findings, followed by the result with its counts (rule 16.9). Each remedy of a code is
     * reported once, after the first finding that has it. For conditions, each finding is followed by the column of the problem. Of the warnings of a
     * code, the first five are reported (rule 13.7).
     */
    public List<ReportLine> lines() {
        List<ReportLine> lines = new ArrayList<>();
        Set<String> explained = new HashSet<>();
        Map<FindingCode, Integer> others = new EnumMap<>(omitted);
        Map<FindingCode, Integer> printed = new EnumMap<>(FindingCode.class);
        for (Finding finding : findings) {
            if (!finding.isError() && printed.merge(finding.code(), 1, Integer::sum) > PRINTED_WARNINGS) {
                others.merge(finding.code(), 1, Integer::sum);
                continue;
            }
            lines.add(new ReportLine(finding.isError() ? Level.ERROR : Level.WARN, finding.toString()));
            String where = CONDITION_TEXTS.contains(finding.code())
                            && finding.location().column().isPresent()
                    ? "column " + finding.location().column().getAsInt() + ": "
                    : "";
            String remedy = explained.add(finding.code() + finding.remedy())
                    ? finding.remedy()
                    : "'" + finding.location().offending() + "'";
            if (!where.isEmpty() || remedy.equals(finding.remedy())) {
                lines.add(new ReportLine(Level.INFO, "  " + where + remedy));
            }
        }
        others.forEach((code, count) -> lines.add(
                new ReportLine(Level.WARN, Counted.of(count, "more finding") + " [" + code + "] not listed")));
        lines.add(result());
        return lines;
    }

    private ReportLine result() {
        long errors = count(Severity.ERROR);
        if (skipped && errors == 0) {
            return new ReportLine(Level.WARN, "Task validation skipped");
        }
        String counts = Counted.of(tasks, "task") + ", " + Counted.of(errors, "error") + ", "
                + Counted.of(count(Severity.WARNING), "warning");
        return errors == 0
                ? new ReportLine(Level.INFO, "Task validation passed (" + counts + ")")
                : new ReportLine(Level.ERROR, "Task validation failed (" + counts + ")");
    }

    private long count(Severity severity) {
        long listed = findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        int more = omitted.entrySet().stream()
                .filter(entry -> severityOf(entry.getKey()) == severity)
                .mapToInt(Map.Entry::getValue)
                .sum();
        return listed + more;
    }

    /** Returns the severity of a code of which findings are listed. */
    private Severity severityOf(FindingCode code) {
        return findings.stream()
                .filter(finding -> finding.code() == code)
                .findFirst()
                .map(Finding::severity)
                .orElse(code.severity());
    }
}
