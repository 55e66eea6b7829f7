package io.jenkins.plugins.tasker.report.html;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskEvents;
import io.jenkins.plugins.tasker.report.Markup;
import io.jenkins.plugins.tasker.report.TaskAnchor;
import io.jenkins.plugins.tasker.report.svg.FlowPicture;
import io.jenkins.plugins.tasker.report.svg.Timeline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a page about a run, as markup for any page; {@link HtmlReport} is a page of its own with the same. What they
 * look like says {@code parts.css}, within an element of class {@code tasker-run}.
 */
public final class RunParts {

    private final RunRecord run;
    private final ZoneId zone;
    private final boolean live;
    private final String tableClass;

    /**
     * @param live whether the run still goes on
     * @param tableClass CSS classes of the table of tasks
     */
    public RunParts(RunRecord run, ZoneId zone, boolean live, String tableClass) {
        this.run = run;
        this.zone = zone;
        this.live = live && run.ended().isEmpty();
        this.tableClass = tableClass;
    }

    /** Outcome in a sentence, totals, facts, settings, warnings. */
    public String getOverview() {
        Markup html = new Markup(4096);
        new HtmlHead(html, run, zone, live).write();
        return html.toString();
    }

    /** What needs attention; empty if nothing does. */
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

    /** The table of tasks; outputs of more than a line are links to {@code output?task=...} beside the page. */
    public String getTasks() {
        Markup html = new Markup(1 << 18);
        tasks(html).write();
        return html.toString();
    }

    /**
     * What changed of a run that goes on, for somebody who has a page of it: each part with its name, and of the table only
     * the rows of executions that changed.
     *
     * @param since events that happened after the page was made
     * @param pictures whether the pictures are wanted; those of a long run are larger than all else, and a run that has
     *     ended sends them in any case
     */
    public String changes(List<RunEvent> since, boolean pictures) {
        Markup html = new Markup(1 << 16);
        part(html, "overview", getOverview());
        part(html, "problems", getProblems());
        if (pictures || !live) {
            part(html, "timeline", getTimeline());
            part(html, "flow", getFlow());
        }
        html.start("table").start("tbody");
        HtmlTasks tasks = tasks(html);
        Set<TaskKey> changed = since.stream()
                .flatMap(event -> TaskEvents.execution(event).stream())
                .collect(Collectors.toSet());
        run.tasks().stream()
                // At the end tasks without end are not running any more.
                .filter(task ->
                        changed.contains(task.key()) || (!live && task.result().isEmpty()))
                .forEach(tasks::row);
        return html.end().end().toString();
    }

    private static void part(Markup html, String name, String content) {
        html.start("div", "data-part", name).raw(content).end().line();
    }

    private HtmlTasks tasks(Markup html) {
        HtmlOutput output = new HtmlOutput(html, task -> "output?task=" + TaskAnchor.execution(task.key()));
        return new HtmlTasks(html, run, zone, live, tableClass, output);
    }
}
