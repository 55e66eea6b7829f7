package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.Tab;
import jenkins.model.TransientActionFactory;

/** Adds a tab to builds that ran task files. The classic build page links to the action instead. */
@Extension
@SuppressWarnings("rawtypes") // TransientActionFactory passes raw builds
public final class TaskerTabFactory extends TransientActionFactory<Run> {

    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<Tab> actionType() {
        return Tab.class;
    }

    @NonNull
    @Override
    public Collection<? extends Tab> createFor(@NonNull Run build) {
        List<? extends TaskerRunAction> actions = ((Run<?, ?>) build).getActions(TaskerRunAction.class);
        return actions.stream().map(action -> new TaskerTab(build, action)).toList();
    }
}
