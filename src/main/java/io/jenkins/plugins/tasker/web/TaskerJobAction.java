package io.jenkins.plugins.tasker.web;

import hudson.model.Api;
import hudson.model.Job;
import io.jenkins.plugins.tasker.report.svg.Trend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jenkins.model.Tab;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The history of runs in one job: a link in the side panel of the classic job page, a tab of the new one. */
@ExportedBean
public final class TaskerJobAction extends Tab {

    /** Upper limit for the bars that remain distinguishable. */
    private static final int MOST_IN_TREND = 50;

    private final Job<?, ?> job;

    TaskerJobAction(Job<?, ?> job) {
        super(job);
        this.job = job;
    }

    /** Returns the job, under the name that the layout of Jenkins pages expects. */
    @Override
    public Job<?, ?> getObject() {
        return job;
    }

    @Override
    public String getIconFileName() {
        return "symbol-list";
    }

    @Override
    public String getDisplayName() {
        return Messages.TaskerJobAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "tasker";
    }

    public Api getApi() {
        return new Api(this);
    }

    /** Returns the runs, newest first. */
    @Exported
    public List<RunPage> getRuns() {
        return JobRuns.newest(job, run -> true);
    }

    /** @param runs newest first */
    public String trend(List<RunPage> runs) {
        List<Trend.Point> points = new ArrayList<>();
        runs.stream()
                .filter(run -> !run.isRunning() && run.isRecorded())
                .limit(MOST_IN_TREND)
                .forEach(run -> points.add(run.getListed().point()));
        Collections.reverse(points);
        return Trend.svg(points);
    }
}
