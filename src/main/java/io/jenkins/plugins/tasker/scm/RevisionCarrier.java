package io.jenkins.plugins.tasker.scm;

import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.scm.SCM;

/** Finds the revisions that a build checked out from one kind of SCM, so that another build checks out the same. */
public abstract class RevisionCarrier implements ExtensionPoint {

    /** Returns whether the carrier supports an SCM. */
    protected abstract boolean isFor(SCM scm);

    protected abstract CarriedRevisions of(Run<?, ?> build);
}
