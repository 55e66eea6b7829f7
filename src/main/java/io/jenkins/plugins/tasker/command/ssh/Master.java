package io.jenkins.plugins.tasker.command.ssh;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import java.util.concurrent.CompletableFuture;

/** A connection that commands share. Its methods are called by {@link SharedConnections}, under its lock. */
final class Master {

    /** sshd accepts so many sessions on a connection by default (MaxSessions). */
    private static final int MAX_SESSIONS = 10;

    /** Shorter than the time after which an idle master exits, so that no command meets one that is exiting. */
    private static final long MAX_IDLE_NANOS = (SshCommands.PERSIST_SECONDS - 10) * 1_000_000_000L;

    private final String socket;
    private final CompletableFuture<Boolean> open;
    private int sessions;
    private long idleSince;

    /** @param opening the command that opens the connection */
    Master(String socket, RunningCommand opening) {
        this.socket = socket;
        this.open = opening.result().handle(Master::isOpen);
    }

    private static boolean isOpen(CommandResult result, Throwable failure) {
        return failure == null && result.exitCode() == 0;
    }

    String socket() {
        return socket;
    }

    /** Completes with whether the connection is open, never exceptionally. */
    CompletableFuture<Boolean> open() {
        return open;
    }

    boolean hasFailed() {
        return open.isDone() && !open.join();
    }

    boolean hasExpired() {
        return sessions == 0 && idleSince != 0 && System.nanoTime() - idleSince > MAX_IDLE_NANOS;
    }

    /** Returns whether the connection takes another session, which {@link #end} ends. */
    boolean begin() {
        if (sessions == MAX_SESSIONS) {
            return false;
        }
        sessions++;
        return true;
    }

    void end() {
        sessions--;
        idleSince = System.nanoTime();
    }
}
