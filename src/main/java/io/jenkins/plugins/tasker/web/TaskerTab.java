package io.jenkins.plugins.tasker.web;

import hudson.model.Actionable;
import jenkins.model.Tab;

/** Shows the runs of a build as a tab and as a card of the new build page. */
public final class TaskerTab extends Tab {

    private final TaskerRunAction action;

    TaskerTab(Actionable build, TaskerRunAction action) {
        super(build);
        this.action = action;
    }

    public TaskerRunAction getAction() {
        return action;
    }

    @Override
    public String getIconFileName() {
        return action.getIconFileName();
    }

    @Override
    public String getDisplayName() {
        return action.getDisplayName();
    }

    /** Returns the address of the action, which serves the page of the tab. */
    @Override
    public String getUrlName() {
        return action.getUrlName();
    }
}
