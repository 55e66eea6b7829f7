package io.jenkins.plugins.tasker.report.html;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.journal.RunPhase;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.DurationText;
import io.jenkins.plugins.tasker.report.Markup;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.report.TaskAnchor;
import io.jenkins.plugins.tasker.report.TaskLabels;
import io.jenkins.plugins.tasker.report.TaskNames;
import io.jenkins.plugins.tasker.text.TimestampText;
import java.time.ZoneId;

/** Writes the table of tasks: executions in the order of their start, then tasks that were not started. */
final class HtmlTasks {

    private static final String HEAD = "<thead><tr><th scope=\"col\">Task<th scope=\"col\">Status<th scope=\"col\">Host"
            + "<th scope=\"col\">Command and output<th scope=\"col\" class=\"n\">Exit"
            + "<th scope=\"col\" class=\"n\">Start<th scope=\"col\" class=\"n\">Time</tr></thead>";

    private final Markup html;
    private final RunRecord run;
    private final ZoneId zone;
    private final boolean live;
    private final String tableClass;
    private final TaskNames names;
    private final HtmlOutput output;

    /** @param tableClass the CSS classes of the table */
    HtmlTasks(Markup html, RunRecord run, ZoneId zone, boolean live, String tableClass, HtmlOutput output) {
        this.html = html;
        this.run = run;
        this.zone = zone;
        this.live = live;
        this.tableClass = tableClass;
        this.names = new TaskNames(run);
        this.output = output;
    }

    void write() {
        ScrollableSection.start(html, "Tasks", "task-table");
        html.start("table", "class", tableClass);
        html.element("caption", "Executions in order of their start, then the other tasks");
        html.raw(HEAD).start("tbody");
        run.tasks().forEach(this::row);
        html.end().start("tbody");
        run.notStarted().forEach(this::notStarted);
        html.end().end();
        ScrollableSection.end(html);
    }

    void row(TaskExecution task) {
        StatusMark mark = StatusMark.of(task, live);
        html.line()
                .start(
                        "tr",
                        "id",
                        TaskAnchor.of(task.key()),
                        "class",
                        task.key().parent().isPresent() ? "sub" : null);
        html.element("th", TaskLabels.number(task), "scope", "row");
        html.start("td", "class", "s " + mark.id).text(mark.word);
        if (task.retries() > 0) {
            html.element("small", (task.retries() + 1) + " attempts");
        }
        html.end();
        html.element("td", TaskLabels.hostColumn(task));
        html.start("td");
        command(task);
        output.write(task);
        html.end();
        html.element(
                "td",
                task.result().map(result -> Integer.toString(result.exitCode())).orElse(""),
                "class",
                "n");
        html.element("td", TimestampText.text(task.start(), zone).substring("2024-01-15 ".length()), "class", "n");
        html.element("td", task.result().isEmpty() ? "" : DurationText.brief(task.duration()), "class", "n");
        html.end();
    }

    private void command(TaskExecution task) {
        if (task.isGroup()) {
            String kind = task.group()
                    .orElseThrow()
                    .branch()
                    .map(b -> b ? "TRUE branch" : "FALSE branch")
                    .orElseGet(
                            () -> task.group().orElseThrow().hosts().isEmpty() ? "Parallel group" : names.what(task));
            html.text(kind
                    + task.result()
                            .map(result -> result.stdout())
                            .map(text -> text.substring(text.indexOf(':')))
                            .orElse(""));
        } else if (!task.commandLine().isEmpty()) {
            html.element("code", task.commandLine());
        } else if (!names.what(task).isEmpty()) {
            html.element("code", names.what(task));
        }
    }

    private void notStarted(PlannedTask task) {
        boolean restored = run.restored().containsKey(task.id());
        StatusMark mark = restored ? StatusMark.NOT_STARTED : StatusMark.notStarted(RunPhase.of(run, live));
        html.line().start("tr", "id", live ? "open-" + task.id() : null, "class", "open");
        html.element("th", task.id().toString(), "scope", "row");
        html.element("td", restored ? "result restored" : mark.word, "class", "s " + mark.id);
        html.element("td", task.hostname());
        html.start("td")
                .element("code", task.command().isEmpty() ? TaskNames.what(task.kind()) : task.command())
                .end();
        html.raw("<td><td><td>").end();
    }
}
