package io.jenkins.plugins.tasker.command.detached;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report of a {@link WaitingShell}: a command has ended, or was not started.
 *
 * @param key of the order
 * @param exitCode empty if the command was not started, because its {@code .pid} file could not be created
 * @param recorded whether the exit status is in the {@code .end} file
 * @param held whether a process may hold an output file open
 * @param monitor process id of the monitor
 */
record ShellReport(String key, Optional<Integer> exitCode, boolean recorded, boolean held, long monitor) {

    private static final Pattern LINE = Pattern.compile("(\\w{1,20}) (!|\\d{1,3}) (-|x?h?) (\\d{1,18})");

    /** Parses a line; empty if a monitor has not written it. */
    static Optional<ShellReport> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String status = matcher.group(2);
        String flags = matcher.group(3);
        return Optional.of(new ShellReport(
                matcher.group(1),
                status.equals("!") ? Optional.empty() : Optional.of(ControlFiles.exitCode(Integer.parseInt(status))),
                !flags.contains("x"),
                flags.contains("h"),
                Long.parseLong(matcher.group(4))));
    }
}
