package io.jenkins.plugins.tasker.scm;

import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.scm.SCM;

/** Knows for one kind of SCM what a build has checked out, and lets another build check out the same. */
public abstract class RevisionCarrier implements ExtensionPoint {

    /** Whether it is of this kind. */
    protected abstract boolean isFor(SCM scm);

    protected abstract CarriedRevisions of(Run<?, ?> build);
}
