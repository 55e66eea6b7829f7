package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RunPhase;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.RunTotals;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.TimestampText;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.time.ZoneId;

/** Formats one run as text for the terminal ({@code tasker show RUN}). */
public final class RunText {

    private static final int MESSAGE_LINES = 8;

    private final String name;
    private final RunRecord run;
    private final ZoneId zone;
    private final TerminalStyle style;
    private final StringBuilder out = new StringBuilder();

    private RunText(String name, RunRecord run, ZoneId zone, TerminalStyle style) {
        this.name = name;
        this.run = run;
        this.zone = zone;
        this.style = style;
    }

    /**
     * @param name of the record, for the suggested {@code --resume-from}
     * @param style its width is the maximum length of a line of a table; longer lines are cut
     */
    public static String of(String name, RunRecord run, ZoneId zone, TerminalStyle style) {
        return new RunText(name, run, zone, style).text();
    }

    private String text() {
        out.append(VisibleText.of(
                        run.started().map(RunEvent.RunStarted::fileName).orElse("unknown task file")))
                .append('\n')
                .append(outcome(VisibleText.of(OutcomeSentence.of(run, false))))
                .append('\n');
        problems();
        resume();
        tasks();
        facts();
        return out.toString();
    }

    private String outcome(String sentence) {
        return run.ended()
                        .map(RunEvent.RunEnded::exitCode)
                        .filter(code -> code == 0)
                        .isPresent()
                ? style.success(sentence)
                : style.error(sentence);
    }

    private void facts() {
        out.append('\n');
        TextTable facts = new TextTable("ll");
        run.started().ifPresent(started -> {
            facts.row("started", TimestampText.text(started.time(), zone));
            run.ended().ifPresent(end -> facts.row("ended", TimestampText.text(end.time(), zone)));
            facts.row("sha-256", started.sha256());
            started.settings()
                    .forEach(setting -> facts.row(setting.name(), setting.value() + " (" + setting.source() + ")"));
        });
        RunTotals totals = run.totals();
        int restored = run.restoredOnly();
        int rest = run.notStarted().size() - restored;
        facts.row(
                "tasks",
                totals.executed() + " executed, " + totals.successful() + " successful, " + totals.failed()
                        + " failed, " + totals.timedOut() + " timed out, " + totals.skipped() + " skipped, "
                        + totals.retried() + " retried"
                        + (totals.unknown() > 0 ? ", " + totals.unknown() + " with unknown end" : "")
                        + ReportWords.notStarted(run)
                        + (restored > 0 ? ", " + restored + " restored" : "")
                        + (rest == 0 ? "" : ", " + rest + " " + StatusMark.notStarted(RunPhase.of(run, false)).word));
        run.notes().kept().forEach(note -> facts.row("warning", ReportWords.of(note)));
        if (run.notes().omitted() > 0) {
            facts.row("", "and " + run.notes().omitted() + " more in the log");
        }
        facts.print(out, Integer.MAX_VALUE);
    }

    private void tasks() {
        if (run.tasks().isEmpty()) {
            return;
        }
        TextTable table = new TextTable("llrrll");
        table.row("TASK", "STATUS", "EXIT", "TIME", "HOST", "COMMAND");
        TaskNames names = new TaskNames(run);
        for (TaskExecution task : run.tasks()) {
            String what = task.isGroup()
                    ? task.result().map(result -> result.stdout()).orElse("")
                    : task.commandLine().isEmpty() ? names.what(task) : task.commandLine();
            table.row(
                    TaskLabels.number(task),
                    StatusMark.of(task, false).word
                            + (task.retries() > 0 ? ", " + (task.retries() + 1) + " attempts" : ""),
                    task.result()
                            .map(result -> Integer.toString(result.exitCode()))
                            .orElse(""),
                    task.result().isEmpty() ? "" : DurationText.brief(task.duration()),
                    TaskLabels.hostColumn(task),
                    what);
        }
        out.append('\n');
        table.print(out, style.width());
        long earlier = run.earlier().count();
        if (earlier > 0) {
            out.append(Counted.of(earlier, "earlier execution")).append(" not listed; the journal has all\n");
        }
    }

    private void resume() {
        ResumeCommandLine.of(name, run)
                .ifPresent(line ->
                        out.append("\nTo resume: ").append(VisibleText.of(line)).append('\n'));
    }

    private void problems() {
        for (Problem problem : Problem.of(run, false)) {
            out.append('\n')
                    .append(style.error(VisibleText.of(TaskLabels.folded(problem.tasks()) + ": " + problem.reason())))
                    .append('\n');
            ReportWords.ends(problem.message().lines().toList(), MESSAGE_LINES)
                    .forEach(line ->
                            out.append("    ").append(VisibleText.of(line)).append('\n'));
        }
    }
}
