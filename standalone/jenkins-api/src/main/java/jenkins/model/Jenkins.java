package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Node;
import hudson.model.TaskListener;
import java.util.List;

public class Jenkins extends Node {

    private Jenkins() {}

    @NonNull
    public static Jenkins get() throws IllegalStateException {
        throw new IllegalStateException("there is no Jenkins in a unit test");
    }

    @CheckForNull
    public static Jenkins getInstanceOrNull() {
        return null;
    }

    @Override
    public @NonNull String getNodeName() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Launcher createLauncher(TaskListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FilePath getRootPath() {
        throw new UnsupportedOperationException();
    }

    public @CheckForNull Node getNode(String name) {
        throw new UnsupportedOperationException();
    }

    @NonNull
    public List<Node> getNodes() {
        throw new UnsupportedOperationException();
    }

    public @Nullable String getRootUrl() throws IllegalStateException {
        throw new UnsupportedOperationException();
    }
}
