package io.jenkins.plugins.tasker.command.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A snapshot of all processes of the machine with their parents and their {@link CommandMark}s. Marks are read only for
 * processes that do not descend from a given root, because reading marks takes most of the time.
 */
final class ProcessTable {

    private static final ProcessHandle SELF = ProcessHandle.current();

    private final Set<ProcessHandle> running = new HashSet<>();
    private final Map<Long, List<ProcessHandle>> children = new HashMap<>();
    private final Map<String, List<ProcessHandle>> marked = new HashMap<>();

    private ProcessTable() {}

    /**
     * Takes a snapshot.
     *
     * @param roots of later calls of {@link #processesOf}
     */
    static ProcessTable read(Collection<ProcessHandle> roots) {
        ProcessTable table = new ProcessTable();
        ProcessHandle.allProcesses().filter(process -> !process.equals(SELF)).forEach(table::add);
        Set<ProcessHandle> others = new HashSet<>(table.running);
        others.removeAll(table.withDescendants(roots));
        others.forEach(table::addMarks);
        return table;
    }

    private void add(ProcessHandle process) {
        ProcessStatus.of(process).filter(status -> !status.zombie()).ifPresent(status -> {
            running.add(process);
            children.computeIfAbsent(status.parent(), pid -> new ArrayList<>()).add(process);
        });
    }

    private void addMarks(ProcessHandle process) {
        for (String mark : CommandMark.of(process)) {
            marked.computeIfAbsent(mark, m -> new ArrayList<>()).add(process);
        }
    }

    /**
     * Returns the running processes of a command, parents before their children.
     *
     * @param known processes that belong to the command
     */
    Set<ProcessHandle> processesOf(Collection<ProcessHandle> known, String mark) {
        List<ProcessHandle> roots = new ArrayList<>(known);
        roots.addAll(marked.getOrDefault(mark, List.of()));
        return withDescendants(roots);
    }

    private Set<ProcessHandle> withDescendants(Collection<ProcessHandle> roots) {
        Deque<ProcessHandle> open = new ArrayDeque<>(roots);
        Set<ProcessHandle> found = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            ProcessHandle process = open.poll();
            // an ended process has no children; another process can have its number
            if (running.contains(process) && found.add(process)) {
                open.addAll(children.getOrDefault(process.pid(), List.of()));
            }
        }
        return found;
    }
}
