package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import java.io.IOException;
import java.util.Set;

public abstract class AbstractBuild<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Run<P, R> {

    protected AbstractBuild(P job) throws IOException {
        super(job);
    }

    public Set<String> getSensitiveBuildVariables() {
        throw new UnsupportedOperationException();
    }

    public final @CheckForNull FilePath getWorkspace() {
        throw new UnsupportedOperationException();
    }

    public @CheckForNull Node getBuiltOn() {
        throw new UnsupportedOperationException();
    }
}
