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
 * Runs each command on its node: on the agent of the build, or on the node that the command names. The first command of
 * another node opens a session there, which {@link #close} closes. Commands occupy no executor.
 */
public final class NodeRoutingCommandRunner implements CommandRunner, NodeTypes, AutoCloseable {

    private static final long OPENING_SECONDS = 60;

    /** Opens a session on a node; may block. */
    public interface SessionOpener {
        AgentCommandRunner open(String node) throws IOException, InterruptedException;
    }

    private final AgentCommandRunner own;
    private final String ownNode;
    private final NodeChoice choice;
    private final SessionOpener opener;
    private final Duration reconnectTimeout;
    private final AgentWait wait = new AgentWait();
    private final Map<String, CompletableFuture<AgentCommandRunner>> sessions = new ConcurrentHashMap<>();

    /**
     * @param own runs commands that name no node; its owner closes it
     * @param ownNode node of {@code own}
     * @param reconnectTimeout how long to wait for an offline node on which an earlier process may have started a command
     * @param console receives a message when a label expression has selected a node
     */
    public NodeRoutingCommandRunner(
            AgentCommandRunner own,
            String ownNode,
            NodeDirectory directory,
            SessionOpener opener,
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
        return submit(command, false, runner -> runner.start(command, listener));
    }

    @Override
    public RunningCommand reattach(Command command, OutputListener listener) {
        return submit(command, true, runner -> runner.reattach(command, listener));
    }

    private RunningCommand submit(Command command, boolean reattach, Function<CommandRunner, RunningCommand> start) {
        String node = command.node().isEmpty() ? ownNode : choice.node(command.node());
        return node.equals(ownNode) ? start.apply(own) : new DeferredCommand(session(node, reattach), reattach, start);
    }

    /** Returns the session for one command, which waits only for its own time limit. */
    private CompletableFuture<AgentCommandRunner> session(String node, boolean reattach) {
        CompletableFuture<AgentCommandRunner> session = sessions.computeIfAbsent(node, name -> opening(name, reattach));
        // removed before this command fails, so that the next command opens a new session
        CompletableFuture<AgentCommandRunner> removedOnFailure = session.whenComplete((runner, failure) -> {
            if (failure != null) {
                sessions.remove(node, session);
            }
        });
        long limit = OPENING_SECONDS + (reattach ? reconnectTimeout.toSeconds() : 0);
        return removedOnFailure.copy().orTimeout(limit, TimeUnit.SECONDS).exceptionallyCompose(failure -> {
            Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
            String text = reason.getMessage() == null ? "no answer within " + limit + " s" : reason.getMessage();
            return CompletableFuture.failedFuture(new IOException("node " + node + ": " + text, reason));
        });
    }

    private CompletableFuture<AgentCommandRunner> opening(String node, boolean reattach) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        awaitUsable(node, reattach);
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
                    + "); see in Manage Jenkins, Nodes whether it is online and has free disk space";
            throw new IOException(reason, e);
        }
    }

    /** A node that takes no new work may still run a command of this run. */
    private void awaitUsable(String node, boolean reattach) throws IOException, InterruptedException {
        Duration limit = reattach ? reconnectTimeout : Duration.ZERO;
        wait.poll(limit, () -> isOffline(node) ? Optional.empty() : Optional.of(node));
        Optional<Refusal> refusal =
                choice.refusal(node).filter(reason -> !reattach || reason.exitCode() != HostFailure.CONNECTION);
        if (refusal.isPresent()) {
            throw new IOException(refusal.get().reason());
        }
    }

    private boolean isOffline(String node) {
        return choice.refusal(node)
                .filter(refusal -> refusal.exitCode() == HostFailure.PING)
                .isPresent();
    }

    /** Stops waiting for agents that are not connected, now or later, because the run was aborted. Returns at once. */
    public void abandon() {
        each(AgentCommandRunner::abandon);
    }

    /** Stops waiting for all agents after some time, because the run was aborted. Returns at once. */
    public void abandonAfter(Duration time) {
        each(runner -> runner.abandonAfter(time));
    }

    /** Includes sessions that are still being opened. */
    private void each(Consumer<AgentCommandRunner> action) {
        wait.cancel();
        action.accept(own);
        sessions.values().forEach(session -> session.thenAccept(action));
    }

    /** Closes the sessions on other nodes, all at the same time. */
    @Override
    public void close() {
        wait.cancel();
        CompletableFuture<?>[] closed = opened().stream()
                .map(runner -> CompletableFuture.runAsync(runner::close, Computer.threadPoolForRemoting))
                .toArray(CompletableFuture[]::new);
        sessions.values().stream()
                .filter(session -> !session.isDone())
                .forEach(session -> session.thenAccept(AgentCommandRunner::close));
        CompletableFuture.allOf(closed).join();
    }

    private List<AgentCommandRunner> opened() {
        return sessions.values().stream()
                .filter(session -> session.isDone() && !session.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .toList();
    }
}
