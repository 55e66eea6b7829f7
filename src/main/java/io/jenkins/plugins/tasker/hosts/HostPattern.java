package io.jenkins.plugins.tasker.hosts;

import java.util.List;
import java.util.function.Consumer;

/**
 * A name with ranges: {@code rack[1-2]-n[01-10]}.
 *
 * @param texts the text before each pair of brackets, and the text after the last one: one more than brackets
 * @param brackets the ranges in each pair of brackets, in order
 */
record HostPattern(List<String> texts, List<List<NumberRange>> brackets) {

    /** Returns the number of names, at most {@link Long#MAX_VALUE}; takes no time for the names. */
    long size() {
        long size = 1;
        for (List<NumberRange> bracket : brackets) {
            size = product(size, sum(bracket));
        }
        return size;
    }

    private static long sum(List<NumberRange> bracket) {
        long sum = 0;
        for (NumberRange range : bracket) {
            sum = Math.min(Long.MAX_VALUE - range.size(), sum) + range.size();
        }
        return sum;
    }

    private static long product(long a, long b) {
        return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
    }

    /** Passes on all names; the last pair of brackets counts fastest. */
    void expand(Consumer<String> names) {
        expand(0, new StringBuilder(), names);
    }

    private void expand(int bracket, StringBuilder name, Consumer<String> names) {
        int before = name.length();
        name.append(texts.get(bracket));
        if (bracket == brackets.size()) {
            names.accept(name.toString());
        } else {
            int start = name.length();
            for (NumberRange range : brackets.get(bracket)) {
                for (long i = 0; i < range.size(); i++) {
                    range.append(name, i);
                    expand(bracket + 1, name, names);
                    name.setLength(start);
                }
            }
        }
        name.setLength(before);
    }
}
