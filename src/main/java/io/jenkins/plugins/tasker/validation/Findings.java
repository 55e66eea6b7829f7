package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Collects findings; the order in which checks run does not show. Of each code so many are kept as anybody could look at: a
 * file that is no task file at all can give rise to millions.
 */
final class Findings {

    private static final Comparator<Finding> BY_LINE = Comparator.comparingInt(
                    (Finding finding) -> finding.location().line())
            .thenComparing(Finding::code);

    /** More than a file of a few thousand tasks can give rise to if each task has the same mistake. */
    private static final int MOST_OF_A_CODE = 10_000;

    private final List<Finding> found = new ArrayList<>();
    private final Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);
    private final Predicate<FindingCode> wanted;

    Findings(Predicate<FindingCode> wanted) {
        this.wanted = wanted;
    }

    /** @param details the values for the location-holders of the code's message, in order */
    void add(FindingCode code, FindingLocation location, Object... details) {
        if (!wanted.test(code) || counts.merge(code, 1, Integer::sum) > MOST_OF_A_CODE) {
            return;
        }
        for (int i = 0; i < details.length; i++) {
            details[i] = VisibleText.start(details[i].toString());
        }
        found.add(new Finding(code, location.visible(), code.message(details), code.remedy(details)));
    }

    /** How many findings of a code were found, but not kept. */
    Map<FindingCode, Integer> omitted() {
        Map<FindingCode, Integer> omitted = new EnumMap<>(counts);
        omitted.replaceAll((code, count) -> count - MOST_OF_A_CODE);
        omitted.values().removeIf(count -> count <= 0);
        return omitted;
    }

    /** Sorted by line, errors of a line first. */
    List<Finding> sorted() {
        found.sort(BY_LINE);
        return List.copyOf(found);
    }
}
