package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.report.log.LogSink;
import io.jenkins.plugins.tasker.text.Level;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where people read: lines in colour, and below them one line that shows how far a group is. Without a terminal neither is
 * shown.
 */
final class Terminal implements LogSink {

    private static final String ERASE_LINE = "\r\u001b[2K";
    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean interactive;
    private final boolean colour;
    private String status = "";

    /** @param colour whether colours are wanted on an interactive terminal (NO_COLOR) */
    Terminal(PrintStream out, boolean interactive, boolean colour) {
        this.out = out;
        this.interactive = interactive;
        this.colour = interactive && colour;
    }

    /** The launcher says whether stdout is a terminal; the JDK cannot tell it apart from stdin. */
    static Terminal of(PrintStream out, Map<String, String> environment) {
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(out, Boolean.getBoolean("tasker.terminal"), !noColour);
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

    /** Shows a line below all others until it is replaced; an empty one removes it. */
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
