package io.jenkins.plugins.tasker.command.ssh;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A command that starts when the connection that it shares is open. */
final class SharedCommand implements RunningCommand {

    private final Command command;
    private final List<String> sharing;
    private final Function<Command, RunningCommand> starter;
    private final long submittedAt = System.nanoTime();
    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();
    private Optional<RunningCommand> running = Optional.empty();
    private boolean ended;

    /**
     * @param sharing the argv that uses the shared connection
     * @param starter starts the command in one of its forms
     * @param onEnd called once, when the command has ended
     */
    SharedCommand(Command command, List<String> sharing, Function<Command, RunningCommand> starter, Runnable onEnd) {
        this.command = command;
        this.sharing = sharing;
        this.starter = starter;
        result.whenComplete((end, failure) -> onEnd.run());
    }

    /**
     * Starts the command. Its time limit includes the wait for the connection.
     *
     * @param open whether the connection is open
     */
    void start(boolean open) {
        RunningCommand started;
        synchronized (this) {
            if (ended) {
                return;
            }
            Duration left = command.timeLimit().minusNanos(System.nanoTime() - submittedAt);
            started = starter.apply(new Command(
                    command.id(),
                    open ? sharing : command.argv(),
                    left.isNegative() || left.isZero() ? Duration.ofMillis(1) : left,
                    command.environment(),
                    command.node()));
            running = Optional.of(started);
        }
        started.forwardResult(result);
    }

    @Override
    public CompletableFuture<CommandResult> result() {
        return result;
    }

    @Override
    public void terminate() {
        end(false);
    }

    @Override
    public void kill() {
        end(true);
    }

    private void end(boolean kill) {
        Optional<RunningCommand> started;
        synchronized (this) {
            started = running;
            ended = true;
        }
        if (started.isEmpty()) {
            result.complete(CommandResult.signalledBeforeStart(kill));
        } else if (kill) {
            started.get().kill();
        } else {
            started.get().terminate();
        }
    }

    @Override
    public synchronized void release() {
        running.ifPresent(RunningCommand::release);
    }
}
