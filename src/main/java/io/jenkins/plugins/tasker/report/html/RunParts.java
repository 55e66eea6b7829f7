package io.jenkins.plugins.tasker.report.html;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.outputs.StoredOutputs;
import io.jenkins.plugins.tasker.report.Markup;
import io.jenkins.plugins.tasker.report.TaskAnchor;
import io.jenkins.plugins.tasker.report.svg.FlowPicture;
import io.jenkins.plugins.tasker.report.svg.Timeline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Returns the parts of the page of a run as markup, for pages of Jenkins; {@link HtmlReport} contains the same parts. {@code
 * parts.css} styles them within an element of class {@code tasker-run}.
 */
public final class RunParts {

    private final RunRecord run;
    private final ZoneId zone;
    private final boolean live;
    private final String tableClass;
    private final Optional<StoredOutputs> outputs;

    /**
     * @param live whether the run is still running
     * @param tableClass CSS classes of the table of tasks
     */
    public RunParts(RunRecord run, ZoneId zone, boolean live, String tableClass) {
        this(run, zone, live && run.ended().isEmpty(), tableClass, Optional.empty());
    }

    private RunParts(RunRecord run, ZoneId zone, boolean live, String tableClass, Optional<StoredOutputs> outputs) {
        this.run = run;
        this.zone = zone;
        this.live = live;
        this.tableClass = tableClass;
        this.outputs = outputs;
    }

    /** Returns the parts with links to outputs of which the record holds parts only. */
    public RunParts with(StoredOutputs stored) {
        return new RunParts(run, zone, live, tableClass, Optional.of(stored));
    }

    /** Returns outcome, totals, facts, settings and warnings. */
    public String getOverview() {
        Markup html = new Markup(4096);
        new HtmlHead(html, run, zone, live).write();
        return html.toString();
    }

    /** Returns the problems; empty if the run has none. */
    public String getProblems() {
        Markup html = new Markup(4096);
        new HtmlProblems(html, run, live).write();
        return html.toString();
    }

    public String getTimeline() {
        Markup html = new Markup(1 << 16);
        ScrollableSection.picture(
                html, "Timeline", Timeline.svg(run, live ? Optional.of(Instant.now()) : Optional.empty()));
        return html.toString();
    }

    public String getFlow() {
        Markup html = new Markup(1 << 16);
        ScrollableSection.picture(html, "Flow", FlowPicture.svg(run, live));
        return html.toString();
    }

    /** Returns the table of tasks. Outputs of more than a line are links to {@code output?task=...}, relative to the page. */
    public String getTasks() {
        Markup html = new Markup(1 << 18);
        tasks(html).write();
        return html.toString();
    }

    /**
     * Returns the update for an open page of a running run: each part with its name, and the rows of the table that changed. All
     * parts show the same state of the run.
     *
     * @param since the number of events that the page shows
     */
    public String changes(long since) {
        Markup html = new Markup(1 << 16);
        part(html, "overview", getOverview());
        part(html, "problems", getProblems());
        part(html, "timeline", getTimeline());
        part(html, "flow", getFlow());
        // A page that has more rows drops its first ones, so that a long run does not fill the memory of the browser.
        html.start("table", "data-rows", run.tasks().size()).start("tbody");
        HtmlTasks tasks = tasks(html);
        run.tasks().stream()
                // When the run ends, tasks without an end change from running to unknown.
                .filter(task ->
                        task.changed() > since || (!live && task.result().isEmpty()))
                .forEach(tasks::row);
        return html.end().end().toString();
    }

    private static void part(Markup html, String name, String content) {
        html.start("div", "data-part", name).raw(content).end().line();
    }

    private HtmlTasks tasks(Markup html) {
        HtmlOutput output = new HtmlOutput(html, task -> "output?task=" + TaskAnchor.execution(task.key()), outputs);
        return new HtmlTasks(html, run, zone, live, tableClass, output);
    }
}
