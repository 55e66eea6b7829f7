package io.jenkins.plugins.tasker.web;

import hudson.model.Actionable;
import jenkins.model.Tab;

/** The runs of a build as a tab of Jenkins' new build page, and as a card on it. */
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

    /** The page is the one of the action. */
    @Override
    public String getUrlName() {
        return action.getUrlName();
    }
}
