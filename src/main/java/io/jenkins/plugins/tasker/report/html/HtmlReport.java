package io.jenkins.plugins.tasker.report.html;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.Markup;
import io.jenkins.plugins.tasker.report.files.ReportFile;
import io.jenkins.plugins.tasker.report.svg.FlowPicture;
import io.jenkins.plugins.tasker.report.svg.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Writes a run as one HTML page without scripts or other files: outcome, problems, timeline, flow and the table of tasks.
 */
public final class HtmlReport {

    /** The file name of the page in the directory of the report. */
    public static final String FILE = "index.html";

    private HtmlReport() {}

    /**
     * Creates or replaces the page in a directory. Creates missing directories.
     *
     * @return the path of the page
     * @throws IOException if the page cannot be written; the message contains the file and the reason
     */
    public static Path write(RunRecord run, ZoneId zone, Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        ReportFile.write(file, html(run, zone));
        return file;
    }

    /**
     * Creates or replaces the page and its style sheet, which pages of other runs may share. Jenkins ignores styles within the
     * pages of artifacts.
     *
     * @param page file of the page
     * @param styleSheet relative to the page
     * @throws IOException if a file cannot be written; the message contains the file and the reason
     */
    public static void write(RunRecord run, ZoneId zone, Path page, String styleSheet) throws IOException {
        ReportFile.write(page.resolveSibling(styleSheet), style());
        ReportFile.write(page, html(run, zone, Optional.of(styleSheet)));
    }

    /** Returns the page. */
    public static String html(RunRecord run, ZoneId zone) {
        return html(run, zone, Optional.empty());
    }

    private static String html(RunRecord run, ZoneId zone, Optional<String> styleSheet) {
        Markup html = new Markup(1 << 18);
        html.raw("<!DOCTYPE html>").line();
        html.start("html", "lang", "en").start("head");
        html.raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">");
        html.element("title", title(run));
        styleSheet.ifPresent(file -> html.empty("link", "rel", "stylesheet", "href", file));
        html.start("style").raw(style()).end().end();
        html.line().start("body", "class", "tasker-run");
        html.element("a", "Skip to the table of tasks", "class", "skip", "href", "#task-table");
        html.line().start("header");
        html.element("h1", run.started().map(RunEvent.RunStarted::fileName).orElse("Run"));
        new HtmlHead(html, run, zone, false).write();
        html.end().line().start("main");
        new HtmlProblems(html, run, false).write();
        ScrollableSection.picture(html, "Timeline", Timeline.svg(run, Optional.empty()));
        ScrollableSection.picture(html, "Flow", FlowPicture.svg(run, false));
        new HtmlTasks(html, run, zone, false, "executions", new HtmlOutput(html, run.tasks())).write();
        html.end().end().end().line();
        return html.toString();
    }

    private static String style() {
        return resource(HtmlReport.class, "report.css")
                + resource(HtmlReport.class, "parts.css")
                + resource(FlowPicture.class, "pictures.css");
    }

    private static String title(RunRecord run) {
        String file = run.started().map(RunEvent.RunStarted::fileName).orElse("run");
        return file + ": "
                + run.ended().map(end -> "exit code " + end.exitCode()).orElse("unfinished");
    }

    private static String resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " is missing in the package of " + owner, e);
        }
    }
}
