package io.jenkins.plugins.tasker.acceptance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Counts interruptions, and lost and repeated commands. */
final class InterruptionTally {

    private int interruptions;
    private int whileConnected;
    private int builds;
    private int lost;
    private int repeated;
    private int wrongLines;
    private final Set<FiftyTasks> interruptedBuilds = new HashSet<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    int interruptions() {
        return interruptions;
    }

    /** Returns consoles of builds that lost or repeated a command, or did not end with 0. */
    List<String> problems() {
        return problems;
    }

    /** Returns consoles of builds that ended with an unknown command, and repeated none. */
    List<String> unknown() {
        return unknown;
    }

    /** @param connected whether the agent was connected, so that commands could start and end */
    void interrupted(Collection<FiftyTasks> running, boolean connected) {
        interruptions++;
        whileConnected += connected ? 1 : 0;
        interruptedBuilds.addAll(running);
    }

    /**
     * Counts a build that has ended.
     *
     * @param ran the number of each command, once per execution
     * @param logged the number of each command, once per start in the console
     * @return whether the build shows no problem
     */
    boolean ended(String console, List<Integer> ran, List<Integer> logged) {
        builds++;
        int repeatedHere = repeated(ran);
        repeated += repeatedHere;
        if (repeatedHere == 0 && console.contains("the end of Task ")) {
            // commands after the unknown one were not started, and are not lost
            unknown.add(console);
            return false;
        }
        int lostHere = lost(ran);
        lost += lostHere;
        int wrong = lost(logged) + repeated(logged);
        wrongLines += wrong;
        if (lostHere + repeatedHere > 0 || !console.contains("] Final exit code: 0\n")) {
            problems.add("ran " + ran + "\n" + console);
            return false;
        }
        return wrong == 0;
    }

    private static int lost(List<Integer> numbers) {
        return (int) IntStream.rangeClosed(1, FiftyTasks.TASKS)
                .filter(number -> !numbers.contains(number))
                .count();
    }

    private static int repeated(List<Integer> numbers) {
        return numbers.size() - new HashSet<>(numbers).size();
    }

    @Override
    public String toString() {
        return interruptions + " interruptions, " + whileConnected + " with the agent connected, " + builds
                + " builds, "
                + interruptedBuilds.size() + " of them interrupted; commands: " + lost + " lost, " + repeated
                + " repeated; builds that ended as unknown: " + unknown.size() + ", otherwise not with 0: "
                + problems.size() + "; starts lost or repeated in consoles: " + wrongLines;
    }
}
