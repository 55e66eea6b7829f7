package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The results of the members of a group, in list order, and the result of their parent (rules 11.7 and 19.8). */
final class MemberResults {

    private final Members members;
    private final MemberOutcome[] outcomes;
    private final TaskResult[] results;
    private final EqualOutcomes equal;

    MemberResults(RunContext run, Members members) {
        this.members = members;
        this.equal = new EqualOutcomes(run::mask);
        this.outcomes = new MemberOutcome[members.size()];
        this.results = new TaskResult[members.areResultsUsed() ? members.size() : 0];
        Arrays.fill(outcomes, MemberOutcome.NOT_STARTED);
    }

    void put(int position, TaskResult result) {
        outcomes[position] = MemberOutcome.of(result);
        if (members.areHosts()) {
            equal.add(position, result);
        }
        if (members.areResultsUsed()) {
            results[position] = result;
        }
    }

    /** Returns the positions of the members without a result, in list order. */
    int[] open() {
        return IntStream.range(0, outcomes.length)
                .filter(position -> outcomes[position] == MemberOutcome.NOT_STARTED)
                .toArray();
    }

    /** Returns one line for each group of hosts with equal results (rule 19.12). */
    List<String> lines() {
        List<Integer> queued = positions(MemberOutcome.NOT_STARTED);
        queued.forEach(position -> equal.add(position, TaskResult.notStarted("", Instant.EPOCH)));
        return equal.lines(
                IntStream.range(0, members.size()).mapToObj(members::host).toList());
    }

    /** Returns the result of a member; empty if it was not started, or no later task can refer to it. */
    Optional<TaskResult> find(int position) {
        return members.areResultsUsed() ? Optional.ofNullable(results[position]) : Optional.empty();
    }

    GroupCounts counts() {
        int timeout = positions(MemberOutcome.TIMED_OUT).size();
        return new GroupCounts(
                        positions(MemberOutcome.SUCCESS).size(),
                        positions(MemberOutcome.FAILED).size() + timeout,
                        timeout,
                        positions(MemberOutcome.SKIPPED).size())
                .withNotStarted(positions(MemberOutcome.NOT_STARTED).size());
    }

    private List<Integer> positions(MemberOutcome... wanted) {
        List<MemberOutcome> all = List.of(wanted);
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            if (all.contains(outcomes[i])) {
                positions.add(i);
            }
        }
        return positions;
    }

    /** Returns the hosts of the members that have one, with their outcomes. */
    MemberHosts hosts() {
        List<String> hosts = new ArrayList<>();
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < outcomes.length; i++) {
            String host = members.areHosts()
                    ? members.host(i)
                    : find(i).map(TaskResult::hostname)
                            .filter(name -> !name.isEmpty())
                            .orElse(members.host(i));
            if (!host.isEmpty()) {
                hosts.add(host);
                marks.append(outcomes[i].mark());
            }
        }
        return new MemberHosts(List.copyOf(hosts), marks.toString());
    }

    /**
     * Returns the result of the parent.
     *
     * @param title the beginning of its stdout (rules 11.7, 12.2)
     * @param kind {@code parallel} or {@code conditional}; the host name of a parent (rule 7.1)
     * @param spent whether more members failed than {@code max_fail} allows
     */
    TaskResult parent(String title, String kind, Instant start, Duration duration, boolean spent) {
        GroupCounts counts = counts();
        StringBuilder stdout = new StringBuilder(title)
                .append(": ")
                .append(counts.success())
                .append('/')
                .append(counts.total())
                .append(" successful");
        appendCount(stdout, counts.timeout(), "timeout");
        appendCount(stdout, counts.failed(), "failed");
        appendCount(stdout, counts.skipped(), "skipped");
        appendCount(stdout, counts.notStarted(), "not started");
        List<String> stderr = new ArrayList<>();
        appendNames(stderr, "Failed", positions(MemberOutcome.FAILED, MemberOutcome.TIMED_OUT));
        appendNames(stderr, "Timeout", positions(MemberOutcome.TIMED_OUT));
        boolean success = counts.failed() == 0 && counts.notStarted() == 0 && !spent;
        return new TaskResult(
                kind,
                success ? TaskStatus.SUCCESS : TaskStatus.FAILED,
                stdout.toString(),
                success ? 0 : 1,
                String.join(". ", stderr),
                start,
                duration,
                Optional.of(counts));
    }

    private static void appendCount(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }

    private void appendNames(List<String> text, String what, List<Integer> positions) {
        if (!positions.isEmpty()) {
            text.add(what + " " + members.named(positions));
        }
    }

    /** Returns the result of a member that was still queued when the time limit of the group expired (rule 11.4). */
    static TaskResult notStartedInTime(Instant now) {
        return new TaskResult(
                "",
                TaskStatus.TIMED_OUT,
                "",
                CommandResult.OUT_OF_TIME,
                "not started: the time limit of the group was exceeded",
                now,
                Duration.ZERO,
                Optional.empty());
    }
}
