package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.hosts.FoldedHosts;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Groups the hosts of a fan-out task by equal results, for people (rule 19.12). */
final class EqualOutcomes {

    /** Lines for people; further different results are counted only. */
    private static final int MOST_LINES = 50;

    /**
     * What makes results equal.
     *
     * @param digest of the whole stored output, of which {@code text} is the beginning
     */
    private record Outcome(TaskStatus status, int exitCode, String text, int digest) {}

    private final UnaryOperator<String> mask;
    private final Map<Outcome, List<Integer>> positions = new LinkedHashMap<>();

    /** @param mask replaces secrets before a text is cut */
    EqualOutcomes(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    void add(int position, TaskResult result) {
        String stdout = WhiteSpace.trim(result.stdout());
        String output = stdout.isEmpty() ? WhiteSpace.trim(result.stderr()) : stdout;
        Outcome outcome = new Outcome(
                result.status(), result.exitCode(), VisibleText.start(mask.apply(output)), output.hashCode());
        positions.computeIfAbsent(outcome, key -> new ArrayList<>(2)).add(position);
    }

    /** Returns one line for each result, that of most hosts first. */
    List<String> lines(List<String> hosts) {
        List<Map.Entry<Outcome, List<Integer>>> sorted = new ArrayList<>(positions.entrySet());
        // Hosts end in any order; the lines follow that of the list.
        sorted.forEach(entry -> Collections.sort(entry.getValue()));
        sorted.sort(Comparator.<Map.Entry<Outcome, List<Integer>>>comparingInt(
                        entry -> -entry.getValue().size())
                .thenComparingInt(entry -> entry.getValue().get(0)));
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Outcome, List<Integer>> entry : sorted) {
            if (lines.size() == MOST_LINES) {
                int rest = sorted.size() - MOST_LINES;
                lines.add("and " + Counted.of(rest, "more different result"));
                break;
            }
            List<String> names = entry.getValue().stream().map(hosts::get).toList();
            lines.add(Counted.of(names.size(), "host") + " " + FoldedHosts.of(names) + ": " + describe(entry.getKey()));
        }
        return lines;
    }

    private static String describe(Outcome outcome) {
        String how =
                switch (outcome.status()) {
                    case SKIPPED -> "skipped";
                    case NOT_STARTED -> "not started";
                    case TIMED_OUT -> "timed out";
                    case SUCCESS -> "exit code " + outcome.exitCode();
                    case FAILED ->
                        "exit code " + outcome.exitCode() + (outcome.exitCode() == 0 ? ", not successful" : "");
                };
        return how + (outcome.text().isEmpty() ? "" : ": " + outcome.text());
    }
}
