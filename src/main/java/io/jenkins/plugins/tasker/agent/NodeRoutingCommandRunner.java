package io.jenkins.plugins.tasker.agent;

import hudson.model.Computer;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.validation.HostFailure;
import io.jenkins.plugins.tasker.validation.NodeTypes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs each command where it belongs: on the agent of the build, or on the node that it names, in a session that is opened
 * there for the first command and closed in the end. No executor is occupied.
 */
public final class NodeRoutingCommandRunner implements CommandRunner, NodeTypes, AutoCloseable {

    private static final long LOOK_MILLIS = 250;
    private static final long OPENING_SECONDS = 60;

    /** Opens a session on a node; may block. */
    public interface Opener {

        AgentCommandRunner open(String node) throws IOException, InterruptedException;
    }

    private final AgentCommandRunner own;
    private final String ownNode;
    private final NodeChoice choice;
    private final Opener opener;
    private final Duration reconnectTimeout;
    private final Map<String, CompletableFuture<AgentCommandRunner>> sessions = new ConcurrentHashMap<>();
    private volatile boolean over;

    /**
     * @param own runs what names no node; stays open
     * @param ownNode the node on which it does
     * @param reconnectTimeout how long to wait for a node on which a command may run that an earlier process has started
     * @param console is told which node an expression of labels picked
     */
    public NodeRoutingCommandRunner(
            AgentCommandRunner own,
            String ownNode,
            NodeDirectory directory,
            Opener opener,
            Duration reconnectTimeout,
            Consumer<String> console) {
        this.own = own;
        this.ownNode = ownNode;
        this.choice = new NodeChoice(directory, console);
        this.opener = opener;
        this.reconnectTimeout = reconnectTimeout;
    }

    @Override
    public String node(String hostname) {
        return choice.node(hostname);
    }

    @Override
    public Optional<Refusal> refusal(String hostname) {
        return choice.refusal(hostname);
    }

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        return order(command, false, runner -> runner.start(command, listener));
    }

    @Override
    public RunningCommand reattach(Command command, OutputListener listener) {
        return order(command, true, runner -> runner.reattach(command, listener));
    }

    private RunningCommand order(Command command, boolean again, Function<CommandRunner, RunningCommand> way) {
        String node = command.node().isEmpty() ? ownNode : choice.node(command.node());
        return node.equals(ownNode) ? way.apply(own) : new DeferredCommand(session(node, again), again, way);
    }

    /** Of one command, which waits for it no longer than it should. */
    private CompletableFuture<AgentCommandRunner> session(String node, boolean again) {
        CompletableFuture<AgentCommandRunner> session = sessions.computeIfAbsent(node, name -> opening(name, again));
        // Forgotten before this command hears of the failure, so that the next one tries again.
        CompletableFuture<AgentCommandRunner> forgotten = session.whenComplete((runner, failure) -> {
            if (failure != null) {
                sessions.remove(node, session);
            }
        });
        long limit = OPENING_SECONDS + (again ? reconnectTimeout.toSeconds() : 0);
        return forgotten.copy().orTimeout(limit, TimeUnit.SECONDS).exceptionallyCompose(failure -> {
            Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
            String text = reason.getMessage() == null ? "no answer within " + limit + " s" : reason.getMessage();
            return CompletableFuture.failedFuture(new IOException("node " + node + ": " + text, reason));
        });
    }

    private CompletableFuture<AgentCommandRunner> opening(String node, boolean again) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        awaitUsable(node, again ? reconnectTimeout : Duration.ZERO);
                        return openSession(node);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new CompletionException(new IOException("interrupted", e));
                    }
                },
                Computer.threadPoolForRemoting);
    }

    private AgentCommandRunner openSession(String node) throws IOException, InterruptedException {
        try {
            return opener.open(node);
        } catch (IOException | RuntimeException e) {
            String reason = "no session can be opened there (" + e.getMessage()
                    + "); see in Manage Jenkins, Nodes whether it is online and has room on its disk";
            throw new IOException(reason, e);
        }
    }

    private void awaitUsable(String node, Duration limit) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Optional<Refusal> refusal = choice.refusal(node);
        while (refusal.filter(reason -> reason.exitCode() == HostFailure.PING).isPresent()
                && !over
                && System.nanoTime() - start < limit.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            refusal = choice.refusal(node);
        }
        if (refusal.isPresent()) {
            throw new IOException(refusal.get().reason());
        }
    }

    /** Stops waiting for agents that are not connected: somebody wants the run to end. */
    public void abandon() {
        over = true;
        own.abandon();
        opened().forEach(AgentCommandRunner::abandon);
    }

    private List<AgentCommandRunner> opened() {
        return sessions.values().stream()
                .filter(session -> session.isDone() && !session.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .toList();
    }

    @Override
    public void close() {
        over = true;
        sessions.values().forEach(session -> session.thenAccept(AgentCommandRunner::close));
    }
}
