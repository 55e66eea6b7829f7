package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Plugin;
import hudson.PluginManager;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.ItemGroup;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.security.Permission;
import java.util.List;
import org.springframework.security.core.Authentication;

@SuppressWarnings("rawtypes")
public class Jenkins extends Node implements ItemGroup<TopLevelItem> {

    public static final Permission ADMINISTER = null;

    private Jenkins() {}

    @NonNull
    public static Jenkins get() throws IllegalStateException {
        throw new IllegalStateException("there is no Jenkins in a unit test");
    }

    public PluginManager getPluginManager() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public static Jenkins getInstanceOrNull() {
        return null;
    }

    /** Works in a unit test: no user is logged in. */
    public static @NonNull Authentication getAuthentication2() {
        return ACL.SYSTEM2;
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
    public int getNumExecutors() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FilePath getWorkspaceFor(TopLevelItem item) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FilePath getRootPath() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TopLevelItem> getItems() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getFullName() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getUrl() {
        throw new UnsupportedOperationException();
    }

    public @CheckForNull Node getNode(String name) {
        throw new UnsupportedOperationException();
    }

    @NonNull
    public List<Node> getNodes() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public Plugin getPlugin(String shortName) {
        throw new UnsupportedOperationException();
    }

    @NonNull
    public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        throw new UnsupportedOperationException();
    }
}
