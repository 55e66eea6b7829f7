package io.jenkins.plugins.tasker.web;

import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Queue;
import java.util.List;

/**
 * Marks a build that resumes a run of an earlier build of the same job. {@code build.xml} keeps it across restarts of
 * Jenkins. The queue never merges two builds that have it.
 */
public final class ResumeAction extends InvisibleAction implements Queue.QueueAction {

    private final int build;
    private final int run;
    private final String startFrom;

    /**
     * @param build number of the earlier build
     * @param run number of its run, from 1
     * @param startFrom id of the first task
     */
    ResumeAction(int build, int run, String startFrom) {
        this.build = build;
        this.run = run;
        this.startFrom = startFrom;
    }

    int build() {
        return build;
    }

    int run() {
        return run;
    }

    String startFrom() {
        return startFrom;
    }

    boolean isOf(int otherBuild) {
        return build == otherBuild;
    }

    @Override
    public boolean shouldSchedule(List<Action> actions) {
        return true;
    }
}
