package io.jenkins.plugins.tasker.acceptance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What was interrupted, and what came of it. */
final class InterruptionTally {

    private int interruptions;
    private int builds;
    private int lost;
    private int doubled;
    private int linesAstray;
    private final Set<FiftyTasks> hit = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    int interruptions() {
        return interruptions;
    }

    /** Why this Jenkins does not keep the promise; empty if it does. */
    List<String> problems() {
        return problems;
    }

    void interrupted(Collection<FiftyTasks> running) {
        interruptions++;
        hit.addAll(running);
    }

    /**
     * A build that has ended.
     *
     * @param ran numbers of commands, as often as they ran
     * @param told the same, as the console tells it
     */
    void ended(String console, List<Integer> ran, List<Integer> told) {
        builds++;
        int lostHere = lost(ran);
        int doubledHere = doubled(ran);
        lost += lostHere;
        doubled += doubledHere;
        linesAstray += lost(told) + doubled(told);
        if (lostHere + doubledHere > 0 || !console.contains("] Final exit code: 0\n")) {
            problems.add("ran " + ran + "\n" + console);
        }
    }

    private static int lost(List<Integer> numbers) {
        return (int) IntStream.rangeClosed(1, FiftyTasks.TASKS)
                .filter(number -> !numbers.contains(number))
                .count();
    }

    private static int doubled(List<Integer> numbers) {
        return numbers.size() - new HashSet<>(numbers).size();
    }

    @Override
    public String toString() {
        return interruptions + " interruptions, " + builds + " builds, " + hit.size() + " of them hit; commands: "
                + lost
                + " lost, " + doubled + " doubled; builds that did not end with 0: " + problems.size()
                + "; starts lost or doubled in consoles: " + linesAstray;
    }
}
