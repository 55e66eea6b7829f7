package io.jenkins.plugins.tasker.command.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The environment variable that identifies the processes of a command, including those without a parent (double fork, new
 * session). Processes inherit it unless they remove it.
 *
 * <p>If a command runs Tasker itself, the variable contains the marks of both, joined by colons, the outermost first.
 */
public final class CommandMark {

    public static final String VARIABLE = "TASKER_COMMAND_ID";

    private static final String SEPARATOR = ":";

    /** No random number: creating the first one takes longer than starting a process. */
    private static final String JVM = Long.toHexString(ProcessHandle.current().pid()) + "."
            + Long.toHexString(System.currentTimeMillis()) + "." + Long.toHexString(System.nanoTime());

    private static final AtomicLong NUMBER = new AtomicLong();

    private CommandMark() {}

    /** Creates a unique mark. */
    public static String next() {
        return JVM + "-" + NUMBER.incrementAndGet();
    }

    /** Returns the value of the variable for a command. */
    public static String value(String mark, Map<String, String> inherited) {
        String outer = inherited.get(VARIABLE);
        return outer == null || outer.isEmpty() ? mark : outer + SEPARATOR + mark;
    }

    /** Returns the marks of a process. Empty for processes of other users, and on systems other than Linux. */
    public static List<String> of(ProcessHandle process) {
        String environment;
        try {
            Path file = Path.of("/proc/" + process.pid() + "/environ");
            environment = "\0" + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
        String start = "\0" + VARIABLE + "=";
        int variable = environment.indexOf(start);
        if (variable < 0) {
            return List.of();
        }
        int end = environment.indexOf('\0', variable + 1);
        String value = environment.substring(variable + start.length(), end < 0 ? environment.length() : end);
        return List.of(value.split(SEPARATOR));
    }
}
