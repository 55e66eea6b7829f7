package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.labels.LabelAtom;
import hudson.model.queue.CauseOfBlockage;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import hudson.security.AccessControlled;

public abstract class Node extends AbstractModelObject implements ExtensionPoint, AccessControlled {
    @NonNull
    public abstract String getNodeName();

    @NonNull
    @Override
    public ACL getACL() {
        throw new UnsupportedOperationException();
    }

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

    public abstract int getNumExecutors();

    @NonNull
    public LabelAtom getSelfLabel() {
        throw new UnsupportedOperationException();
    }

    public CauseOfBlockage canTake(Queue.BuildableItem item) {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public abstract FilePath getWorkspaceFor(TopLevelItem item);

    public abstract @CheckForNull FilePath getRootPath();

    public @CheckForNull FilePath createPath(String absolutePath) {
        throw new UnsupportedOperationException();
    }
}
