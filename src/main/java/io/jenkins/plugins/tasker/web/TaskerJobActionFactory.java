package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives a job its history of runs as soon as one of its last builds had one. */
@Extension
@SuppressWarnings("rawtypes") // so are all jobs here
public final class TaskerJobActionFactory extends TransientActionFactory<Job> {

    /** This is asked often, and further builds would have to be read from the disk. */
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
