package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.Launcher;
import hudson.remoting.VirtualChannel;

public abstract class Node extends AbstractModelObject implements ExtensionPoint {
    @NonNull
    public abstract String getNodeName();

    @Override
    public String getDisplayName() {
        return getNodeName();
    }

    public abstract Launcher createLauncher(TaskListener listener);

    @CheckForNull
    public final Computer toComputer() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public final VirtualChannel getChannel() {
        throw new UnsupportedOperationException();
    }

    public abstract @CheckForNull FilePath getRootPath();

    public @CheckForNull FilePath createPath(String absolutePath) {
        throw new UnsupportedOperationException();
    }
}
