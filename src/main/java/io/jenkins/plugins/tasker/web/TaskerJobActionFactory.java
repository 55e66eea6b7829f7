package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Adds the history of runs to each job that ran a task file. */
@Extension
@SuppressWarnings("rawtypes") // TransientActionFactory passes raw jobs
public final class TaskerJobActionFactory extends TransientActionFactory<Job> {

    /**
     * How many builds are searched in a job whose first build with a run has not ended, or ended in an earlier version. Jenkins
     * calls the factory often, and each further build may be read from the disk.
     */
    private static final int BUILDS = 3;

    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return TaskerJobAction.class;
    }

    @NonNull
    @Override
    public Collection<? extends Action> createFor(@NonNull Job job) {
        if (ProjectNames.isKept((Job<?, ?>) job)) {
            return List.of(new TaskerJobAction(job));
        }
        Run<?, ?> build = job.getLastBuild();
        for (int i = 0; build != null && i < BUILDS; i++) {
            if (build.getAction(TaskerRunAction.class) != null) {
                return List.of(new TaskerJobAction(job));
            }
            build = build.getPreviousBuild();
        }
        return List.of();
    }
}
