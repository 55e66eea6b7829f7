package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The references from global variables to other global variables (rule 7.3). */
final class GlobalGraph {

    private final Map<String, Set<String>> references = new LinkedHashMap<>();
    private final List<List<String>> cycles = new ArrayList<>();
    private final Set<String> reachingCycle = new HashSet<>();

    GlobalGraph(Globals globals, Collection<KeyValueLine> definitions, Collection<String> overrides) {
        definitions.forEach(definition -> references.put(definition.key(), Set.of()));
        overrides.forEach(name -> references.put(name, Set.of()));
        references.replaceAll(
                (name, none) -> Globals.namesIn(globals.value(name).orElse("")));
        references.values().forEach(names -> names.retainAll(references.keySet()));
        findCycles();
        findVariablesReachingCycles();
    }

    /** Returns cycles that have no variable in common: A, B for A -> B -> A. */
    List<List<String>> cycles() {
        return cycles;
    }

    /** Returns whether the expansion of a variable reaches a cycle. */
    boolean reachesCycle(String name) {
        return reachingCycle.contains(name);
    }

    /** Returns all variables that a set of variables refers to, directly or through others, and the set itself. */
    Set<String> closure(Collection<String> names) {
        return reach(names, references);
    }

    /** Searches depth first, without recursion because a chain of globals can exceed the stack. */
    private void findCycles() {
        Set<String> done = new HashSet<>();
        Set<String> reported = new HashSet<>();
        for (Map.Entry<String, Set<String>> start : references.entrySet()) {
            String root = start.getKey();
            if (done.contains(root)) {
                continue;
            }
            List<String> path = new ArrayList<>(List.of(root));
            Map<String, Integer> position = new HashMap<>(Map.of(root, 0));
            Deque<Iterator<String>> open =
                    new ArrayDeque<>(List.of(start.getValue().iterator()));
            while (!open.isEmpty()) {
                if (!open.peek().hasNext()) {
                    open.pop();
                    String last = path.remove(path.size() - 1);
                    position.remove(last);
                    done.add(last);
                    continue;
                }
                String next = open.peek().next();
                if (position.containsKey(next)) {
                    report(path.subList(position.get(next), path.size()), reported);
                } else if (!done.contains(next)) {
                    position.put(next, path.size());
                    path.add(next);
                    open.push(references.get(next).iterator());
                }
            }
        }
    }

    private void report(List<String> cycle, Set<String> reported) {
        if (cycle.stream().noneMatch(reported::contains)) {
            reported.addAll(cycle);
            cycles.add(List.copyOf(cycle));
        }
    }

    private void findVariablesReachingCycles() {
        Map<String, Set<String>> users = new HashMap<>();
        references.forEach((name, used) ->
                used.forEach(u -> users.computeIfAbsent(u, k -> new HashSet<>()).add(name)));
        cycles.forEach(cycle -> reachingCycle.addAll(reach(cycle, users)));
    }

    private static Set<String> reach(Collection<String> from, Map<String, Set<String>> steps) {
        Set<String> reached = new HashSet<>(from);
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String next : steps.getOrDefault(open.pop(), Set.of())) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }
}
