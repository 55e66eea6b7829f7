package io.jenkins.plugins.tasker.agent;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Item;
import hudson.model.Label;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.model.TopLevelItem;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** Finds nodes of this Jenkins with the permissions of one job. */
public final class JenkinsNodes implements NodeDirectory {

    private static final String BUILT_IN = "built-in";

    private final Item job;
    private final Authentication authentication;
    private final TaskListener console;

    /** @param authentication the identity of the build */
    public JenkinsNodes(Item job, Authentication authentication, TaskListener console) {
        this.job = job;
        this.authentication = authentication;
        this.console = console;
    }

    /** Returns the name of the node that holds a workspace. */
    public static String of(FilePath workspace) throws IOException {
        String node = WorkspaceAddress.of(workspace).node();
        return node.isEmpty() ? BUILT_IN : node;
    }

    @Override
    public Optional<NodeState> named(String name) {
        return find(name).map(this::state);
    }

    @Override
    public List<NodeState> matching(String expression) {
        return Label.parseExpression(expression).getNodes().stream()
                .filter(JenkinsNodes::runsBuilds)
                .map(this::state)
                .toList();
    }

    @Override
    public String user() {
        return authentication.getName();
    }

    private static Optional<Node> find(String name) {
        Node node = name.equals(BUILT_IN) ? Jenkins.get() : Jenkins.get().getNode(name);
        return Optional.ofNullable(node).filter(JenkinsNodes::runsBuilds);
    }

    private static boolean runsBuilds(Node node) {
        return node != Jenkins.get() || node.getNumExecutors() > 0;
    }

    private NodeState state(Node node) {
        Computer computer = node.toComputer();
        return new NodeState(
                node == Jenkins.get() ? BUILT_IN : node.getNodeName(),
                computer != null && computer.isOnline(),
                node.hasPermission2(authentication, Computer.BUILD),
                refusal(node, computer),
                computer == null ? 0 : computer.countBusy());
    }

    private String refusal(Node node, Computer computer) {
        return computer != null && computer.isOnline() && !computer.isAcceptingTasks()
                ? "it accepts no new tasks"
                : NodeUse.refusal(job, authentication, node);
    }

    /**
     * Returns the directory in which commands run on a node. Creates it if it does not exist.
     *
     * @throws IOException if the node no longer exists or is offline
     */
    public FilePath workspace(String name) throws IOException, InterruptedException {
        Node node = find(name).orElseThrow(() -> new IOException("the node no longer exists"));
        FilePath directory = workspace(node);
        if (directory == null) {
            throw new IOException("the node is offline");
        }
        directory.mkdirs();
        return directory;
    }

    /** The configurations of a matrix job are items of the job, and have directories in its workspace. */
    private FilePath workspace(Node node) {
        if (job instanceof TopLevelItem item) {
            return node.getWorkspaceFor(item);
        }
        if (job.getParent() instanceof TopLevelItem parent) {
            FilePath directory = node.getWorkspaceFor(parent);
            return directory == null
                    ? null
                    : directory.child(job.getName().replace(',', '/').replace('=', '/'));
        }
        return node.getRootPath();
    }

    /**
     * Returns the variables of commands on a node.
     *
     * @param name of the node
     * @param build all variables of the build
     * @param ownWorkspace workspace of the build
     * @throws IOException if the node no longer exists or is offline
     */
    public Map<String, String> environment(String name, Map<String, String> build, FilePath ownWorkspace)
            throws IOException, InterruptedException {
        Node node = find(name).orElseThrow(() -> new IOException("the node no longer exists"));
        Computer computer = node.toComputer();
        EnvVars ofNode = computer == null ? new EnvVars() : computer.buildEnvironment(console);
        Map<String, String> variables = new HashMap<>(NodeEnvironment.of(build, ofComputer(ownWorkspace), ofNode));
        variables.put("NODE_NAME", name);
        FilePath directory = workspace(name);
        variables.put("WORKSPACE", directory.getRemote());
        return variables;
    }

    private EnvVars ofComputer(FilePath workspace) throws IOException, InterruptedException {
        Computer computer = workspace.toComputer();
        if (computer == null) {
            return new EnvVars();
        }
        EnvVars variables = new EnvVars(computer.getEnvironment());
        variables.putAll(computer.buildEnvironment(console));
        return variables;
    }
}
