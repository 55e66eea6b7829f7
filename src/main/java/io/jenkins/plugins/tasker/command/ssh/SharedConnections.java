package io.jenkins.plugins.tasker.command.ssh;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.Connection;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets the commands of a run share connections to hosts that the run uses more than once (rule 5.14). The first of them opens a
 * master, and those that start meanwhile wait for it. If the master cannot be opened, or has as many sessions as sshd
 * accepts, a command opens a connection of its own, as without sharing.
 */
public final class SharedConnections implements CommandRunner, AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(5);

    /** Connections with other options or other credentials are other connections. */
    private record Key(List<String> argv, Map<String, String> environment, String node) {}

    private static final class Use {

        private int commands;
        private boolean failed;
        private Optional<Master> master = Optional.empty();
    }

    private final CommandRunner runner;
    private final boolean enabled;
    private final SshCommands commands;
    private final Map<Key, Use> uses = new HashMap<>();
    private Optional<String> program = Optional.empty();
    private int masters;

    /**
     * @param runner runs the commands, and the masters
     * @param enabled whether commands share connections
     */
    public SharedConnections(CommandRunner runner, boolean enabled) {
        this.runner = runner;
        this.enabled = enabled;
        // short, because the path of a socket has at most 104 bytes, and under a name that no other user can create
        // first
        this.commands =
                new SshCommands("/tmp/tasker-" + UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        Optional<Master> master =
                command.connection().filter(given -> enabled).flatMap(connection -> session(command, connection));
        if (master.isEmpty()) {
            return runner.start(command, listener);
        }
        String socket = master.get().socket();
        SharedCommand shared = new SharedCommand(
                command,
                commands.over(socket, command.argv()),
                ready -> runner.start(ready, listener),
                () -> end(master.get()));
        master.get().open().thenAccept(shared::start);
        return shared;
    }

    /** Returns the master on which a command has a session; empty if the command opens a connection of its own. */
    private synchronized Optional<Master> session(Command command, Connection connection) {
        Use use = uses.computeIfAbsent(
                new Key(connection.argv(), command.environment(), command.node()), key -> new Use());
        use.commands++;
        use.failed |= use.master.filter(Master::hasFailed).isPresent();
        if (use.failed || (use.commands == 1 && !connection.reused())) {
            return Optional.empty();
        }
        use.master = use.master.filter(master -> !master.hasExpired());
        if (use.master.isEmpty()) {
            use.master = Optional.of(open(command, connection));
        }
        return use.master.filter(Master::begin);
    }

    private Master open(Command command, Connection connection) {
        String socket = Integer.toString(++masters);
        program = Optional.of(connection.argv().get(0));
        return new Master(
                socket,
                runner.start(
                        new Command(
                                "",
                                commands.open(connection.argv(), socket),
                                command.timeLimit(),
                                command.environment(),
                                command.node()),
                        OutputListener.NONE));
    }

    private synchronized void end(Master master) {
        master.end();
    }

    @Override
    public String node(String hostname) {
        return runner.node(hostname);
    }

    @Override
    public RunningCommand reattach(Command command, OutputListener listener) {
        return runner.reattach(command, listener);
    }

    /** Closes the connections; waits some seconds for that. */
    @Override
    public void close() {
        Optional<String> used;
        synchronized (this) {
            used = program;
            program = Optional.empty();
        }
        if (used.isEmpty()) {
            return;
        }
        try {
            runner.start(new Command(commands.close(used.get()), CLOSING), OutputListener.NONE)
                    .result()
                    .get(CLOSING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // the masters exit by themselves when they have been idle
        }
    }
}
