package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.report.log.LogSink;
import io.jenkins.plugins.tasker.text.Level;
import java.io.PrintStream;
import java.util.Map;

/**
 * Prints the log to stdout. A terminal shows colours, and below the log one status line with the progress of a group; other
 * outputs show neither.
 */
final class Terminal implements LogSink {

    private static final String TERMINAL = "tasker.terminal";
    private static final String ERASE_LINE = "\r\u001b[2K";
    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean interactive;
    private final boolean colour;
    private String status = "";

    /** @param colour whether an interactive terminal shows colours (NO_COLOR) */
    Terminal(PrintStream out, boolean interactive, boolean colour) {
        this.out = out;
        this.interactive = interactive;
        this.colour = interactive && colour;
    }

    /** Returns how to show text on stdout; without colours and line breaks if it is no terminal. */
    static TerminalStyle style(Map<String, String> environment) {
        return Boolean.getBoolean(TERMINAL)
                ? new TerminalStyle(
                        isColourful(environment),
                        TerminalSize.columns(environment, TerminalSize.current().columns()))
                : TerminalStyle.PLAIN;
    }

    private static boolean isColourful(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** Detects a terminal by a system property of the launcher, because the JDK cannot test stdout alone. */
    static Terminal of(PrintStream out, Map<String, String> environment) {
        return new Terminal(out, Boolean.getBoolean(TERMINAL), isColourful(environment));
    }

    PrintStream out() {
        return out;
    }

    boolean isInteractive() {
        return interactive;
    }

    @Override
    public synchronized void line(Level level, String text) {
        String start = colour ? colourOf(level) : "";
        out.print((status.isEmpty() ? "" : ERASE_LINE) + start + text + (start.isEmpty() ? "" : RESET) + "\n" + status);
        out.flush();
    }

    /** Replaces the status line below the log; an empty text removes it. */
    synchronized void status(String text) {
        if (interactive && !text.equals(status)) {
            out.print(ERASE_LINE + text);
            out.flush();
            status = text;
        }
    }

    private static String colourOf(Level level) {
        return switch (level) {
            case ERROR -> "\u001b[31m";
            case WARN -> "\u001b[33m";
            case INFO -> "";
            case DEBUG -> "\u001b[2m";
        };
    }
}
