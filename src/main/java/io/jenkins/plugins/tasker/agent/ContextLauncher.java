package io.jenkins.plugins.tasker.agent;

import hudson.FilePath;
import hudson.Launcher;
import hudson.PluginWrapper;
import hudson.Proc;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.model.Jenkins;

/**
 * The launcher of the context in which a step runs. Blocks such as {@code container} and {@code withDockerContainer}, and wrappers of
 * Freestyle jobs decorate it; processes then start inside a container or with other privileges.
 */
public final class ContextLauncher {

    /** The launcher of an agent, without a decorator. */
    public static final ContextLauncher PLAIN = new ContextLauncher(() -> null);

    /** Returns the launcher of the current connection to the agent; null if there is none. */
    @FunctionalInterface
    public interface Source {
        Launcher get() throws IOException, InterruptedException;
    }

    private final Source source;

    public ContextLauncher(Source source) {
        this.source = source;
    }

    /** Whether processes start elsewhere, or otherwise, than those that the agent itself starts. */
    public boolean isDecorated() throws IOException, InterruptedException {
        Launcher launcher = source.get();
        return launcher != null
                && launcher.getClass() != Launcher.LocalLauncher.class
                && launcher.getClass() != Launcher.RemoteLauncher.class;
    }

    /** Returns the name of the decorator for messages: its class, and the plugin that contains it. */
    public String decorator() throws IOException, InterruptedException {
        Launcher launcher = source.get();
        if (launcher == null) {
            return "";
        }
        String type = launcher.getClass().getName();
        int inner = type.indexOf('$');
        String name = type.substring(type.lastIndexOf('.') + 1, inner < 0 ? type.length() : inner);
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        PluginWrapper plugin =
                jenkins == null ? null : jenkins.getPluginManager().whichPlugin(launcher.getClass());
        return plugin == null ? name : name + " of the plugin " + plugin.getDisplayName();
    }

    /**
     * Starts a process.
     *
     * @param variables added to those that the decorator sets
     * @param output receives stdout and stderr
     */
    Proc launch(List<String> argv, Map<String, String> variables, FilePath directory, OutputStream output)
            throws IOException, InterruptedException {
        Launcher launcher = source.get();
        if (launcher == null) {
            throw new IOException("the agent is not connected");
        }
        // launchers of agents expand variables in both
        Map<String, String> escaped = new TreeMap<>(variables);
        escaped.replaceAll((name, value) -> escape(value));
        return launcher.launch()
                .cmds(argv.stream().map(ContextLauncher::escape).toList())
                .envs(escaped)
                .pwd(directory)
                .quiet(true)
                .stdout(output)
                .start();
    }

    private static String escape(String text) {
        return text.replace("$", "$$");
    }
}
