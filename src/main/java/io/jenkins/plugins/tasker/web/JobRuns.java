package io.jenkins.plugins.tasker.web;

import hudson.model.Job;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Finds the runs of task files in the last builds of a job. */
final class JobRuns {

    /** Upper limit for the runs that a page shows of a job. */
    static final int MOST = 100;

    /** Upper limit for the builds that are searched; each is read from the disk. */
    private static final int MOST_BUILDS = 300;

    private JobRuns() {}

    /** Returns the matching runs, newest first. */
    static List<RunPage> newest(Job<?, ?> job, Predicate<RunPage> wanted) {
        List<RunPage> runs = new ArrayList<>();
        Run<?, ?> build = job.getLastBuild();
        for (int i = 0; build != null && i < MOST_BUILDS && runs.size() < MOST; i++) {
            TaskerRunAction action = build.getAction(TaskerRunAction.class);
            if (action != null) {
                List<RunPage> ofBuild = new ArrayList<>(action.getRuns());
                Collections.reverse(ofBuild);
                ofBuild.stream().filter(wanted).forEach(runs::add);
            }
            build = build.getPreviousBuild();
        }
        return runs;
    }
}
