package io.jenkins.plugins.tasker.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Generates workflows with groups, branches, jumps in all directions, loops, gaps and undefined ids. */
final class RandomWorkflows extends DomainContextBase {

    @Provide
    Arbitrary<List<String>> workflows() {
        Arbitrary<Integer> ids = Arbitraries.integers().between(0, 12);
        Arbitrary<String> command = Arbitraries.of("exit 0", "exit 1", "out a", "err b", "timeout", "count");
        Arbitrary<String> next = Arbitraries.of(
                "",
                "",
                ";next=exit_0",
                ";next=always",
                ";next=never",
                ";next=stdout~a|exit_1",
                ";loop=2",
                ";loop=3;next=loop&exit_0");
        Arbitrary<String> condition =
                Arbitraries.of("", "", "", ";condition=true", ";condition=false", ";condition=@0_success@");
        Arbitrary<String> jumps = Combinators.combine(
                        ids, ids, Arbitraries.integers().between(0, 3))
                .as((success, failure, which) -> (which % 2 == 1 ? ";on_success=" + success : "")
                        + (which >= 2 ? ";on_failure=" + failure : ""));
        Arbitrary<String> normal = Combinators.combine(
                        command, next, condition, jumps, Arbitraries.of("", "", "", ";return=5"))
                .as((c, n, k, j, r) -> " " + c + n + k + j + r);
        Arbitrary<String> members =
                ids.list().ofMinSize(1).ofMaxSize(4).map(list -> list.toString().replaceAll("[\\[\\] ]", ""));
        Arbitrary<String> parallel = Combinators.combine(
                        members,
                        jumps,
                        Arbitraries.of("", ";max_parallel=1", ";retry_failed=true;retry_delay=0", ";next=any_success"))
                .as((m, j, o) -> ";type=parallel;tasks=" + m + j + o);
        Arbitrary<String> conditional = Combinators.combine(members, members, condition, jumps)
                .as((t, f, k, j) -> ";type=conditional;if_true_tasks=" + t + ";if_false_tasks=" + f + k + j);
        Arbitrary<String> body = Arbitraries.frequencyOf(
                Tuple.of(6, normal),
                Tuple.of(1, parallel),
                Tuple.of(1, conditional),
                Tuple.of(1, Arbitraries.just(";return=5")));
        return Combinators.combine(ids, body)
                .as((id, text) -> id + text)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(RandomWorkflows::withoutNestedGroups);
    }

    /** Validation always rejects a group within a group (E34), so the engine never runs one. */
    private static List<String> withoutNestedGroups(List<String> tasks) {
        Set<String> groups = new HashSet<>();
        for (String task : tasks) {
            if (task.contains("type=")) {
                groups.add(task.substring(0, task.indexOf(';')));
            }
        }
        return tasks.stream()
                .map(task -> task.replaceAll(
                        "(tasks=|,)(" + String.join("|", groups.isEmpty() ? Set.of("x") : groups) + ")(?=,|;|$)",
                        "$199"))
                .toList();
    }
}
