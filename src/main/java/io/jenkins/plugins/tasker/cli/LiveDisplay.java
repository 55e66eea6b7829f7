package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.cli.live.LiveView;
import io.jenkins.plugins.tasker.cli.live.OutcomeLines;
import io.jenkins.plugins.tasker.cli.live.Screen;
import io.jenkins.plugins.tasker.cli.live.TerminalSize;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.ResumeCommandLine;
import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.report.findings.FindingsText;
import io.jenkins.plugins.tasker.report.log.LogSink;
import io.jenkins.plugins.tasker.session.RunObservers;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.DisplayWidth;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.text.VisibleText;
import io.jenkins.plugins.tasker.validation.HostValidation;
import io.jenkins.plugins.tasker.validation.ReportLine;
import io.jenkins.plugins.tasker.validation.TaskFileValidation;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The live view on stdout (rules 16.10, 24.1); with {@code -q}, failures and the outcome only. */
final class LiveDisplay implements RunDisplay {

    private final Arguments arguments;
    private final PrintStream out;
    private final LiveView view;
    private Secrets secrets = Secrets.NONE;
    private int tasks;

    /** @param terminal whether stdout is a terminal */
    LiveDisplay(Arguments arguments, PrintStream out, boolean terminal, boolean colour, boolean moving) {
        this.arguments = arguments;
        this.out = out;
        boolean quiet = arguments.console().quiet();
        Screen screen = new Screen(
                out,
                terminal && moving && !quiet,
                terminal && colour,
                terminal ? TerminalSize::current : () -> TerminalSize.UNLIMITED);
        this.view = new LiveView(screen, Clock.systemUTC(), quiet);
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public List<LogSink> sinks() {
        return List.of(view);
    }

    @Override
    public List<RunListener> listeners() {
        view.start();
        SignalHandling.onResize(view::resized);
        return List.of(view);
    }

    @Override
    public void streamed(String line) {
        view.output(line);
    }

    @Override
    public void testing(int done, int hosts) {
        view.status(done == hosts ? "" : "Testing hosts: " + done + "/" + hosts);
    }

    @Override
    public void validated(
            CheckedText checked,
            TaskFileValidation validation,
            Optional<HostValidation> hosts,
            List<ReportLine> lines) {
        secrets = checked.secrets();
        tasks = validation.tasks();
        String file = arguments.file().toString();
        boolean inFull = !validation.isPassed() || arguments.checks().only();
        if (inFull) {
            view.show(style -> FindingsText.of(file, checked.text(), validation, secrets::mask, style)
                    .lines()
                    .toList());
        } else if (!validation.findings().isEmpty() && !arguments.console().quiet()) {
            String warnings = "warning: " + Counted.of(validation.findings().size(), "finding") + "; 'tasker check "
                    + VisibleText.onTerminal(file) + "' shows them";
            view.show(style -> List.of(style.warning(DisplayWidth.cut(warnings, style.width()))));
        }
        view.validated(
                lines.stream().map(line -> secrets.mask(line.text(false))).toList());
        hosts.ifPresent(this::hosts);
    }

    private void hosts(HostValidation hosts) {
        hosts.warnings().forEach(text -> view.message(Level.WARN, text));
        hosts.failures().forEach(failure -> view.message(Level.ERROR, failure.toString()));
    }

    @Override
    public RunObservers.Approval approval(RunObservers.Approval prompt) {
        return plan -> {
            view.pause();
            view.show(style -> plan.stream().map(VisibleText::onTerminal).toList());
            return prompt.decide(plan);
        };
    }

    @Override
    public void ended(int exitCode, RunRecord run, LoggedAs logged) {
        view.close();
        view.show(style -> run.started().isPresent()
                ? OutcomeLines.of(run, resume(run, logged), style)
                : List.of(notStarted(exitCode, style)));
        if (!arguments.console().quiet()) {
            view.show(style -> style.wrap("Log: " + VisibleText.onTerminal(logged.log()), "  ").stream()
                    .map(style::faint)
                    .toList());
        }
    }

    private Optional<String> resume(RunRecord run, LoggedAs logged) {
        return ResumeCommandLine.of(
                        logged.record(),
                        run,
                        arguments.start().options(),
                        arguments.file().toString())
                .map(secrets::mask);
    }

    private String notStarted(int exitCode, TerminalStyle style) {
        String file = VisibleText.onTerminal(arguments.fileName());
        if (exitCode != ExitCodes.OK) {
            return style.error(
                    DisplayWidth.cut("No task started: " + file + " ended with exit code " + exitCode, style.width()));
        }
        return arguments.checks().only()
                ? style.success(DisplayWidth.cut(file + ": valid, " + Counted.of(tasks, "task"), style.width()))
                : DisplayWidth.cut("Not approved; nothing was run", style.width());
    }
}
