package io.jenkins.plugins.tasker.web;

import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Queue;
import java.util.List;

/**
 * Says that a build goes on from a run of an earlier build of the same job. Kept in {@code build.xml}, so that it also holds
 * after a restart of Jenkins; a build that waits with it in the queue is never taken together with another one.
 */
public final class ResumeAction extends InvisibleAction implements Queue.QueueAction {

    private final int build;
    private final int run;
    private final String startFrom;

    /**
     * @param build number of the earlier build
     * @param run number of its run, from 1
     * @param startFrom id of the task to start with
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
