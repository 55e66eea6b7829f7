package io.jenkins.plugins.tasker.report.html;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.journal.RunPhase;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.RunTotals;
import io.jenkins.plugins.tasker.report.Markup;
import io.jenkins.plugins.tasker.report.OutcomeSentence;
import io.jenkins.plugins.tasker.report.ReportWords;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.report.TaskLabels;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.text.TimestampText;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the top of the page: outcome, totals, facts, settings, warnings. */
final class HtmlHead {

    /** The maximum number of listed warnings; the log contains all. */
    private static final int MOST_NOTES = 100;

    /** The maximum number of named hosts. */
    private static final int MOST_HOSTS = 6;

    private final Markup html;
    private final RunRecord run;
    private final ZoneId zone;
    private final boolean live;

    HtmlHead(Markup html, RunRecord run, ZoneId zone, boolean live) {
        this.html = html;
        this.run = run;
        this.zone = zone;
        this.live = live;
    }

    void write() {
        String state =
                run.ended().map(end -> end.exitCode() == 0 ? "good" : "bad").orElse(live ? "going" : "bad");
        html.element("p", OutcomeSentence.of(run, live), "class", "outcome " + state);
        totals();
        earlier();
        facts();
        run.started().ifPresent(this::settings);
        if (run.notes().count() > 0) {
            notes();
        }
    }

    private void totals() {
        RunTotals totals = run.totals();
        html.start("ul", "class", "totals");
        total(totals.executed(), run.isDryRun() ? "would be executed" : "executed", null);
        total(totals.successful(), StatusMark.OK.word, StatusMark.OK);
        total(totals.failed(), StatusMark.FAILED.word, StatusMark.FAILED);
        total(totals.timedOut(), StatusMark.TIMED_OUT.word, StatusMark.TIMED_OUT);
        StatusMark open = live ? StatusMark.RUNNING : StatusMark.UNKNOWN;
        total(totals.unknown(), open.word, open);
        total(totals.skipped(), StatusMark.SKIPPED.word, StatusMark.SKIPPED);
        total(totals.retried(), totals.retried() == 1 ? "retry" : "retries", StatusMark.RETRIED);
        int members = run.membersNotStarted();
        total(members, members == 1 ? "member not started" : "members not started", StatusMark.NOT_STARTED);
        StatusMark rest = StatusMark.notStarted(RunPhase.of(run, live));
        int restored = run.restoredOnly();
        total(restored, "restored", StatusMark.NOT_STARTED);
        total(run.notStarted().size() - restored, rest.word, rest);
        html.end();
    }

    private void earlier() {
        long earlier = run.earlier().count();
        if (earlier > 0) {
            html.element(
                    "p",
                    "The table lists the last executions. " + Counted.of(earlier, "earlier one")
                            + (earlier == 1 ? " is" : " are") + " counted but not listed; the journal has all.",
                    "class",
                    "earlier");
        }
    }

    private void total(int count, String what, StatusMark mark) {
        if (count > 0 || mark == null) {
            html.start("li", "class", mark == null ? null : mark.id);
            html.element("b", Integer.toString(count)).text(" " + what).end();
        }
    }

    private void facts() {
        html.start("dl", "class", "facts");
        run.started().ifPresent(started -> {
            fact("Started", TimestampText.text(started.time(), zone) + " " + zone.getId());
            run.ended().ifPresent(end -> fact("Ended", TimestampText.text(end.time(), zone)));
            fact("Start task", started.start().toString());
            run.lastTask().ifPresent(task -> fact("Last task", TaskLabels.number(task)));
            fact("Execution types", executionTypes());
            fact("Hosts", hosts());
        });
        html.end();
    }

    private String executionTypes() {
        return attempts(RunEvent.TaskStarted::executionType).collect(Collectors.joining(", "));
    }

    private String hosts() {
        return ReportWords.list(attempts(RunEvent.TaskStarted::hostname).toList(), MOST_HOSTS);
    }

    /** Returns a property of all attempts: distinct values that are not empty. */
    private Stream<String> attempts(Function<RunEvent.TaskStarted, String> what) {
        return run.tasks().stream()
                .flatMap(task -> task.attempts().stream())
                .map(attempt -> what.apply(attempt.started()))
                .filter(value -> !value.isEmpty())
                .distinct();
    }

    private void fact(String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        html.start("div").element("dt", name).element("dd", value).end();
    }

    private void settings(RunEvent.RunStarted started) {
        html.start("details").element("summary", "Settings");
        html.start("table", "class", "settings")
                .raw("<tr><th scope=\"col\">Setting<th scope=\"col\">Value<th scope=\"col\">Source</tr>");
        for (SettingSource setting : started.settings()) {
            setting(setting.name(), setting.value(), setting.source());
        }
        setting("SHA-256", started.sha256(), "task file");
        setting("run", started.runId(), "");
        html.end().end();
    }

    private void setting(String name, String value, String source) {
        html.start("tr").element("th", name, "scope", "row");
        html.element("td", value).element("td", source).end();
    }

    private void notes() {
        long count = run.notes().count();
        html.start("details", "open", count <= 5 ? "" : null);
        html.element("summary", Counted.of(count, "warning"));
        html.start("ul", "class", "notes");
        run.notes().kept().stream()
                .limit(MOST_NOTES)
                .forEach(note ->
                        html.element("li", (note.level() == Level.ERROR ? "Error: " : "") + ReportWords.of(note)));
        if (count > MOST_NOTES) {
            html.element("li", "and " + (count - MOST_NOTES) + " more in the log");
        }
        html.end().end();
    }
}
