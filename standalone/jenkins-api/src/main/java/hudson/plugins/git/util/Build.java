package hudson.plugins.git.util;

import hudson.model.Result;
import hudson.plugins.git.Revision;
import java.io.Serializable;

/** Works as in Jenkins: stores the commit of a build. */
public class Build implements Serializable, Cloneable {
    private static final long serialVersionUID = 1L;

    public Revision marked;
    public Revision revision;

    public Build(Revision marked, Revision revision, int buildNumber, Result result) {
        this.marked = marked;
        this.revision = revision;
    }
}
