package io.jenkins.plugins.tasker.command.output;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Estimates the size of a compiled pattern before it is compiled. RE2 expands {@code x{1000}} to a thousand copies, so nested
 * repetitions could need any amount of memory.
 */
final class PatternCost {

    /** At this size, compiling and matching need less than 512 KB of stack, because both follow operators recursively. */
    static final long LIMIT = 20_000;

    /** The cost of a group, of a repetition, and of each copy of an element that may be missing; a character costs 1. */
    private static final long OPERATOR = 40;

    private static final long ALTERNATIVE = 10;

    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]{1,4})(,([0-9]{0,4}))?\\}");

    private final String syntax;
    /** The costs of the open groups. */
    private final Deque<Long> groups = new ArrayDeque<>();
    /** The cost of the current group, and of its last element, which an operator repeats. */
    private long total;

    private long last;

    private PatternCost(String syntax) {
        this.syntax = syntax;
    }

    /** Returns the estimated cost of a pattern, which need not be readable; at most a little above the limit. */
    static long of(String syntax) {
        return syntax.length() > LIMIT ? LIMIT + 1 : new PatternCost(syntax).estimate();
    }

    private long estimate() {
        Matcher repetition = REPETITION.matcher(syntax);
        int next;
        for (int i = 0; i < syntax.length() && total <= LIMIT; i = next) {
            next = i + 1;
            switch (syntax.charAt(i)) {
                case '\\' -> {
                    next = i + 2;
                    add(1);
                }
                case '[' -> {
                    next = classEnd(i);
                    add(1);
                }
                case '(' -> {
                    groups.push(total);
                    total = OPERATOR;
                }
                case ')' -> close();
                case '*', '+', '?' -> add(last + OPERATOR, last);
                case '|' -> total += ALTERNATIVE;
                case '{' -> {
                    if (repetition.region(i, syntax.length()).lookingAt()) {
                        repeat(repetition);
                        next = repetition.end();
                    } else {
                        add(1);
                    }
                }
                default -> add(1);
            }
        }
        groups.forEach(outer -> total += outer);
        return total;
    }

    private void add(long cost) {
        add(cost, 0);
    }

    /** @param replaced the cost of the element that the new one contains */
    private void add(long cost, long replaced) {
        total += cost - replaced;
        last = cost;
    }

    private void close() {
        if (!groups.isEmpty()) {
            long group = total;
            total = groups.pop();
            add(group);
        }
    }

    private void repeat(Matcher repetition) {
        long least = Long.parseLong(repetition.group(1));
        long most = least;
        if (repetition.group(2) != null) {
            String limit = repetition.group(3);
            // Without a limit, the last copy is repeated.
            most = limit.isEmpty() ? least + 1 : Long.parseLong(limit);
        }
        long optional = most > least ? OPERATOR : 0;
        add((last + optional) * Math.max(1, most), last);
    }

    private int classEnd(int open) {
        int i = syntax.startsWith("^", open + 1) ? open + 2 : open + 1;
        int first = i;
        while (i < syntax.length() && (syntax.charAt(i) != ']' || i == first)) {
            int named = syntax.startsWith("[:", i) ? syntax.indexOf(":]", i) : -1;
            i = named >= 0 ? named + 2 : i + (syntax.charAt(i) == '\\' ? 2 : 1);
        }
        return i + 1;
    }
}
