package io.jenkins.plugins.tasker.web;

import hudson.model.Api;
import hudson.model.Job;
import io.jenkins.plugins.tasker.report.SummaryRow;
import io.jenkins.plugins.tasker.report.files.LogFileSet;
import io.jenkins.plugins.tasker.report.files.ProjectSummary;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.GET;

/** The summary of one project over all jobs that the user may read (rules 16.7 and 16.8). */
@ExportedBean(defaultVisibility = 2)
public final class ProjectPage {

    private final String name;
    private final List<Job<?, ?>> jobs;
    private final Predicate<String> own;

    /** @param own whether a run with this project name belongs to the page */
    ProjectPage(String name, List<Job<?, ?>> jobs, Predicate<String> own) {
        this.name = name;
        this.own = own;
        this.jobs = jobs.stream().distinct().toList();
    }

    @Exported
    public String getName() {
        return name;
    }

    public String getDisplayName() {
        return Messages.ProjectPage_displayName(name);
    }

    /** Returns the address of this page, relative to the root of Jenkins. */
    @Exported
    public String getUrl() {
        return ProjectAddress.of(name);
    }

    public Api getApi() {
        return new Api(this);
    }

    public List<Job<?, ?>> getJobs() {
        return jobs;
    }

    @Exported(name = "jobs")
    public List<String> getJobNames() {
        return jobs.stream().map(Job::getFullName).toList();
    }

    /** Returns the ended runs, the one with the latest end first. */
    @Exported(visibility = 1)
    public List<RunPage> getRuns() {
        return jobs.stream()
                .flatMap(job -> JobRuns.newest(job, this::isOwn).stream())
                .filter(run -> run.getListed().end().isPresent())
                .sorted(Comparator.comparing(
                                (RunPage run) -> run.getListed().end().orElseThrow())
                        .reversed())
                .toList();
    }

    private boolean isOwn(RunPage run) {
        return !run.getProject().isEmpty() && own.test(run.getProject());
    }

    public String getFileName() {
        return LogFileSet.summaryName(name);
    }

    /** Serves the runs as a summary file of the command, oldest run first. */
    @GET
    public HttpResponse doSummary() {
        // The list contains only runs that the user may read.
        List<SummaryRow> rows = getRuns().stream()
                .sorted(Comparator.comparing(run -> run.getListed().end().orElseThrow()))
                .map(run -> run.getListed().row(ZoneId.systemDefault()))
                .toList();
        return PlainTextResponse.of(ProjectSummary.text(rows));
    }
}
