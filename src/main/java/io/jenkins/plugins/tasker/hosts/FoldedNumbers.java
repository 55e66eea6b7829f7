package io.jenkins.plugins.tasker.hosts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes numbers as ranges: {@code 01-20,30}. */
final class FoldedNumbers {

    /** Successive numbers of the same notation. */
    private static final class Run {

        private final String first;
        private final int width;
        private String last;

        Run(String first) {
            this.first = first;
            this.last = first;
            this.width = first.startsWith("0") ? first.length() : 1;
        }

        /** Returns the number that would extend the range, as the range would write it. */
        String next() {
            return NumberRange.padded(Long.parseLong(last) + 1, width);
        }

        @Override
        public String toString() {
            return first.equals(last) ? first : first + "-" + last;
        }
    }

    private FoldedNumbers() {}

    /** Folds numbers of at most 18 digits each, in ascending order; {@code 7} and {@code 07} are different numbers. */
    static String of(List<String> numbers) {
        if (numbers.size() == 1) {
            return numbers.get(0);
        }
        List<String> ascending = new ArrayList<>(new LinkedHashSet<>(numbers));
        ascending.sort(Comparator.<String>comparingLong(Long::parseLong).thenComparing(String::length));
        List<Run> runs = new ArrayList<>();
        Map<String, Run> open = new HashMap<>();
        for (String number : ascending) {
            Run run = open.remove(number);
            if (run == null) {
                run = new Run(number);
                runs.add(run);
            }
            run.last = number;
            open.put(run.next(), run);
        }
        return runs.stream().map(Run::toString).collect(Collectors.joining(","));
    }
}
