package io.jenkins.plugins.tasker.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Collects findings; the order in which checks run does not show. */
final class Findings {

    private static final Comparator<Finding> BY_LINE =
            Comparator.comparingInt(Finding::line).thenComparing(Finding::code);

    private final List<Finding> found = new ArrayList<>();
    private final Predicate<FindingCode> wanted;

    Findings(Predicate<FindingCode> wanted) {
        this.wanted = wanted;
    }

    /** @param details the values for the place-holders of the code's message, in order */
    void add(FindingCode code, Place place, Object... details) {
        if (!wanted.test(code)) {
            return;
        }
        for (int i = 0; i < details.length; i++) {
            details[i] = Printable.of(details[i].toString());
        }
        found.add(new Finding(
                code,
                place.line(),
                place.task(),
                place.field(),
                place.column(),
                Printable.of(place.text()),
                code.message(details),
                code.remedy(details)));
    }

    /** Sorted by line, errors of a line first. */
    List<Finding> sorted() {
        found.sort(BY_LINE);
        return List.copyOf(found);
    }
}
