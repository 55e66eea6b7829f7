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
    private int met;
    private int builds;
    private int lost;
    private int doubled;
    private int linesAstray;
    private final Set<FiftyTasks> hit = new HashSet<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    int interruptions() {
        return interruptions;
    }

    /** Why this Jenkins does not keep the promise; empty if it does. */
    List<String> problems() {
        return problems;
    }

    /** Consoles of builds that say that the end of a command is unknown, and have run nothing twice. */
    List<String> unknown() {
        return unknown;
    }

    /** @param connected whether the agent was there, so that commands were started and ended */
    void interrupted(Collection<FiftyTasks> running, boolean connected) {
        interruptions++;
        met += connected ? 1 : 0;
        hit.addAll(running);
    }

    /**
     * A build that has ended.
     *
     * @param ran numbers of commands, as often as they ran
     * @param told the same, as the console tells it
     * @return whether it is as it should be
     */
    boolean ended(String console, List<Integer> ran, List<Integer> told) {
        builds++;
        int doubledHere = doubled(ran);
        doubled += doubledHere;
        if (doubledHere == 0 && console.contains("ended is not known:")) {
            // what would have come after it was not started, which is not lost
            unknown.add(console);
            return false;
        }
        int lostHere = lost(ran);
        lost += lostHere;
        int astray = lost(told) + doubled(told);
        linesAstray += astray;
        if (lostHere + doubledHere > 0 || !console.contains("] Final exit code: 0\n")) {
            problems.add("ran " + ran + "\n" + console);
            return false;
        }
        return astray == 0;
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
        return interruptions + " interruptions, " + met + " of them of an agent that was connected, " + builds
                + " builds, " + hit.size() + " of them hit; commands: " + lost + " lost, " + doubled
                + " doubled; builds that ended as unknown: " + unknown.size() + ", otherwise not with 0: "
                + problems.size() + "; starts lost or doubled in consoles: " + linesAstray;
    }
}
