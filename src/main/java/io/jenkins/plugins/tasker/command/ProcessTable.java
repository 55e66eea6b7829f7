package io.jenkins.plugins.tasker.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All processes of the machine at one moment: who descends from whom, and who carries which {@link CommandMark}. */
final class ProcessTable {

    private static final ProcessHandle SELF = ProcessHandle.current();

    private final Map<Long, List<ProcessHandle>> children = new HashMap<>();
    private final Map<String, List<ProcessHandle>> marked = new HashMap<>();

    private ProcessTable() {}

    /** Takes some 30 ms on a machine with a thousand processes. */
    static ProcessTable read() {
        ProcessTable table = new ProcessTable();
        ProcessHandle.allProcesses().filter(process -> !process.equals(SELF)).forEach(table::add);
        return table;
    }

    private void add(ProcessHandle process) {
        process.parent()
                .ifPresent(parent -> children.computeIfAbsent(parent.pid(), pid -> new ArrayList<>())
                        .add(process));
        for (String mark : CommandMark.of(process)) {
            marked.computeIfAbsent(mark, m -> new ArrayList<>()).add(process);
        }
    }

    /** The processes of a command that still run: parents before their children, as far as descent is known. */
    Set<ProcessHandle> processesOf(ProcessHandle root, String mark) {
        Deque<ProcessHandle> open = new ArrayDeque<>();
        if (isRunning(root)) {
            open.add(root);
        }
        open.addAll(marked.getOrDefault(mark, List.of()));
        Set<ProcessHandle> found = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            ProcessHandle process = open.poll();
            if (found.add(process)) {
                open.addAll(children.getOrDefault(process.pid(), List.of()));
            }
        }
        found.removeIf(process -> !isRunning(process));
        return found;
    }

    /** Whether a process runs. One that has ended and is only not yet asked for its status by its parent does not. */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process);
    }

    private static boolean isZombie(ProcessHandle process) {
        try {
            String status = Files.readString(Path.of("/proc/" + process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            // the name of the program, in parentheses, can hold anything
            return status.startsWith(" Z", status.lastIndexOf(')') + 1);
        } catch (IOException e) {
            return false;
        }
    }
}
