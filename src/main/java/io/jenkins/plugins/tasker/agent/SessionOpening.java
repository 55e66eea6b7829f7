package io.jenkins.plugins.tasker.agent;

import hudson.model.Computer;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens a session on a thread of its own, because an agent that hangs may never answer. */
final class SessionOpening {

    private SessionOpening() {}

    /**
     * Opens a session.
     *
     * @throws InterruptedException if the calling thread is interrupted
     * @throws IOException if the agent cannot open the session, or not in time; a session that opens later ends at once
     */
    static AgentConnection open(
            AgentConnector agent, VirtualChannel channel, AgentConnection.Owner owner, Duration limit)
            throws IOException, InterruptedException {
        CompletableFuture<AgentConnection> opening = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return AgentConnection.open(agent, channel, owner);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new CompletionException(new IOException("opening the session was interrupted", e));
                    }
                },
                Computer.threadPoolForRemoting);
        try {
            return opening.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException reason
                    ? reason
                    : new IOException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            discard(opening);
            throw new IOException(
                    "the agent " + agent.name() + " did not open a session within " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            discard(opening);
            throw e;
        }
    }

    private static void discard(CompletableFuture<AgentConnection> opening) {
        opening.thenAccept(late -> late.detach(new UnknownEndException("the run no longer waits for this session")));
    }
}
