package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Collects findings, sorted by line whatever the order of the checks. Keeps at most 10,000 findings of each code,
 * because a file that is not a task file at all can cause millions.
 */
final class Findings {

    private static final Comparator<Finding> BY_LINE = Comparator.comparingInt(
                    (Finding finding) -> finding.location().line())
            .thenComparing(Finding::code);

    /** Enough for a file of several thousand tasks that all have the same mistake. */
    private static final int MAX_PER_CODE = 10_000;

    private final List<Finding> found = new ArrayList<>();
    private final Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);
    private final Predicate<FindingCode> filter;
    private final boolean warningsAreErrors;

    /** @param warningsAreErrors whether warnings prevent the run, too (rule 13.8) */
    Findings(Predicate<FindingCode> filter, boolean warningsAreErrors) {
        this.filter = filter;
        this.warningsAreErrors = warningsAreErrors;
    }

    /**
     * Adds a finding.
     *
     * @param details the values for the placeholders of the code's message, in order
     */
    void add(FindingCode code, FindingLocation location, Object... details) {
        if (!filter.test(code) || counts.merge(code, 1, Integer::sum) > MAX_PER_CODE) {
            return;
        }
        for (int i = 0; i < details.length; i++) {
            details[i] = VisibleText.start(details[i].toString());
        }
        Severity severity = warningsAreErrors ? Severity.ERROR : code.severity();
        found.add(new Finding(code, severity, location.visible(), code.message(details), code.remedy(details)));
    }

    /** Returns how many findings of each code were dropped. */
    Map<FindingCode, Integer> omitted() {
        Map<FindingCode, Integer> omitted = new EnumMap<>(counts);
        omitted.replaceAll((code, count) -> count - MAX_PER_CODE);
        omitted.values().removeIf(count -> count <= 0);
        return omitted;
    }

    /** Returns the findings sorted by line, errors of a line first. */
    List<Finding> sorted() {
        found.sort(BY_LINE);
        return List.copyOf(found);
    }
}
