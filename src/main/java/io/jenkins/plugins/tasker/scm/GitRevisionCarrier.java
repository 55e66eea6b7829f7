package io.jenkins.plugins.tasker.scm;

import hudson.model.Run;
import hudson.plugins.git.GitSCM;
import hudson.plugins.git.util.BuildData;
import hudson.scm.SCM;
import org.jenkinsci.plugins.variant.OptionalExtension;

/** Carries the commits of the git plugin. */
@OptionalExtension(requirePlugins = "git")
public final class GitRevisionCarrier extends RevisionCarrier {

    @Override
    protected boolean isFor(SCM scm) {
        return scm instanceof GitSCM;
    }

    /** Uses the commit before a merge that the build performs, since the new build merges again. */
    @Override
    protected CarriedRevisions of(Run<?, ?> build) {
        CheckedOutCommits commits = new CheckedOutCommits();
        for (BuildData data : build.getActions(BuildData.class)) {
            if (data.lastBuild != null) {
                String commit = data.lastBuild.marked.getSha1String();
                data.getRemoteUrls().forEach(repository -> commits.add(repository, commit));
            }
        }
        return commits.carried();
    }
}
