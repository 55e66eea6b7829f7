package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.Environment;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import java.util.List;

/** Fails a build that ends without having reached the run that it was to resume, since a step was renamed or removed. */
@Extension
@SuppressWarnings("rawtypes") // RunListener passes raw builds
public final class UnreachedResume extends RunListener<Run> {

    public UnreachedResume() {
        super(Run.class);
    }

    /** Checks a Pipeline, whose result can still change at this time. */
    @Override
    public void onCompleted(Run build, @NonNull TaskListener console) {
        if (!(build instanceof AbstractBuild) && isUnreached(build, console)) {
            build.setResult(Result.FAILURE);
        }
    }

    /** Checks a Freestyle build after its steps. */
    @Override
    public Environment setUpEnvironment(AbstractBuild build, Launcher launcher, BuildListener console) {
        return new Environment() {
            @Override
            public boolean tearDown(AbstractBuild ended, BuildListener listener) {
                return !isUnreached(ended, listener);
            }
        };
    }

    static boolean isUnreached(Run<?, ?> build, TaskListener console) {
        ResumeAction resume = build.getAction(ResumeAction.class);
        Result result = build.getResult();
        if (resume == null || result != null && result.isWorseOrEqualTo(Result.FAILURE)) {
            return false;
        }
        TaskerRunAction earlier = TaskerRunAction.find(build.getParent(), resume.build());
        TaskerRunAction runs = build.getAction(TaskerRunAction.class);
        List<RunEntry> here = runs == null ? List.of() : runs.entries();
        if (earlier != null && new MatchingRuns(here, earlier.entries()).isReached(resume.run())) {
            return false;
        }
        String resumed = earlier == null
                ? ""
                : earlier.find(resume.run()).map(RunEntry::label).orElse("");
        console.getLogger().println(Messages.UnreachedResume_unreached(resumed, Integer.toString(resume.build())));
        return true;
    }
}
