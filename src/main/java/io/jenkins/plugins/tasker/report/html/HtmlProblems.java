package io.jenkins.plugins.tasker.report.html;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.Markup;
import io.jenkins.plugins.tasker.report.Problem;
import io.jenkins.plugins.tasker.report.TaskAnchor;
import io.jenkins.plugins.tasker.report.TaskLabels;
import io.jenkins.plugins.tasker.report.svg.HostNames;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.OnHost;
import io.jenkins.plugins.tasker.text.Shortened;
import java.util.List;

/** Lists the problems of a run, each with its reason, its tasks and their message. */
final class HtmlProblems {

    /** The maximum number of problems. */
    private static final int MOST = 20;

    /** The maximum number of tasks that a problem names. */
    private static final int NAMED = 40;

    /** The maximum length of a message. */
    private static final int SHOWN = 700;

    private final Markup html;
    private final List<Problem> problems;
    private final String domain;

    HtmlProblems(Markup html, RunRecord run, boolean live) {
        this.html = html;
        this.problems = Problem.of(run, live);
        this.domain = HostNames.commonDomain(
                run.tasks().stream().map(TaskExecution::hostname).distinct().toList());
    }

    void write() {
        if (problems.isEmpty()) {
            return;
        }
        html.line().start("section").element("h2", "Needs attention");
        html.start("ul", "class", "problems");
        problems.stream().limit(MOST).forEach(this::problem);
        html.end();
        if (problems.size() > MOST) {
            html.element("p", "and " + (problems.size() - MOST) + " more; see the table of tasks");
        }
        html.end();
    }

    private void problem(Problem problem) {
        html.line().start("li", "class", problem.mark().id).start("p").start("strong");
        List<TaskExecution> tasks = problem.tasks();
        if (tasks.size() == 1) {
            link(tasks.get(0), TaskLabels.onHost(tasks.get(0)));
            html.end().text(": " + problem.reason()).end();
            if (!tasks.get(0).commandLine().isEmpty()) {
                html.element("code", tasks.get(0).commandLine());
            }
        } else {
            html.text(Counted.of(tasks.size(), "task"))
                    .end()
                    .text(": " + problem.reason())
                    .end();
            names(tasks);
        }
        if (!problem.message().isEmpty()) {
            html.element("pre", Shortened.ends(problem.message(), SHOWN));
        }
        html.end();
    }

    private void names(List<TaskExecution> tasks) {
        html.start("p", "class", "names");
        for (int i = 0; i < Math.min(NAMED, tasks.size()); i++) {
            html.text(i == 0 ? "" : ", ");
            link(tasks.get(i), number(tasks.get(i)));
        }
        html.text(tasks.size() > NAMED ? " and " + (tasks.size() - NAMED) + " more" : "")
                .end();
    }

    private String number(TaskExecution task) {
        String host = HostNames.shortened(task.hostname(), domain, 40);
        return OnHost.of(TaskLabels.number(task), host);
    }

    private void link(TaskExecution task, String text) {
        html.element("a", text, "href", "#" + TaskAnchor.of(task.key()));
    }
}
