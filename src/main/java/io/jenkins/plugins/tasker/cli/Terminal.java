package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.cli.live.TerminalSize;
import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.report.log.LogSink;
import io.jenkins.plugins.tasker.text.Level;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Prints the log to stdout; on a terminal, with colours by meaning. */
final class Terminal implements RunDisplay, LogSink {

    private static final String TERMINAL = "tasker.terminal";
    private static final String RESET = "\u001b[0m";

    /** The phrases of rule 16.2 about a task that failed. */
    private static final Pattern FAILURE =
            Pattern.compile("] \\[INFO] Task [0-9.@#A-Za-z_:%-]+: (Exit code: -?[1-9]|Ended: (failed|timed out)).*");

    private final PrintStream out;
    private final boolean interactive;
    private final boolean colour;

    /** @param colour whether an interactive terminal shows colours (NO_COLOR) */
    Terminal(PrintStream out, boolean interactive, boolean colour) {
        this.out = out;
        this.interactive = interactive;
        this.colour = interactive && colour;
    }

    /** Returns how to show text on stdout; without colours and line breaks if it is no terminal. */
    static TerminalStyle style(Map<String, String> environment) {
        return isTerminal()
                ? new TerminalStyle(
                        isColourful(environment),
                        TerminalSize.columns(environment, TerminalSize.current().columns()))
                : TerminalStyle.PLAIN;
    }

    /** Returns what the arguments ask for (rule 16.10). */
    static RunDisplay display(Arguments arguments, PrintStream out, Map<String, String> environment) {
        Arguments.Console console = arguments.console();
        if (console.format() != Arguments.FindingsFormat.TEXT
                || arguments.outputs().jsonOnStdout()) {
            return RunDisplay.nothing(out);
        }
        boolean shownPlan = arguments.mode().showPlan() && arguments.checks().only();
        boolean live = isTerminal() && console.view() == Arguments.View.DEFAULT && !shownPlan;
        return live || console.quiet()
                ? new LiveDisplay(arguments, out, isTerminal(), isColourful(environment), !isDumb(environment))
                : new Terminal(out, isTerminal(), isColourful(environment) && console.view() != Arguments.View.PLAIN);
    }

    /** Detects a terminal by a system property of the launcher, because the JDK cannot test stdout alone. */
    private static boolean isTerminal() {
        return Boolean.getBoolean(TERMINAL);
    }

    private static boolean isColourful(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb(environment);
    }

    private static boolean isDumb(Map<String, String> environment) {
        String terminal = environment.getOrDefault("TERM", "");
        return terminal.isEmpty() || terminal.equals("dumb");
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public List<LogSink> sinks() {
        return List.of(this);
    }

    @Override
    public boolean symbols() {
        return interactive;
    }

    @Override
    public void line(Level level, String text) {
        String start = colour ? colourOf(level, text) : "";
        out.print(start + text + (start.isEmpty() ? "" : RESET) + "\n");
        out.flush();
    }

    private static String colourOf(Level level, String text) {
        return switch (level) {
            case ERROR -> "\u001b[31m";
            case WARN -> "\u001b[33m";
            case INFO -> FAILURE.matcher(text).find() ? "\u001b[31m" : "";
            case DEBUG -> "\u001b[2m";
        };
    }
}
