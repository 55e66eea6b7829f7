package io.jenkins.plugins.tasker.journal.outputs;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Stores the outputs of commands before the engine receives their results. So the files exist when the journal holds the end of a
 * command, also if this process is killed in between: the next one reattaches to the command and stores its outputs again.
 *
 * <p>Outputs that the journal can hold cost nothing. Others are stored by a few threads, since reading from an agent may take time.
 */
public final class StoringCommandRunner implements CommandRunner, AutoCloseable {

    /** Threads that store outputs at the same time. */
    private static final int THREADS = 4;

    private static final int IDLE_SECONDS = 5;

    private final CommandRunner runner;
    private final OutputStore store;
    private final ThreadPoolExecutor threads;

    /** @param runner runs the commands */
    public StoringCommandRunner(CommandRunner runner, OutputStore store) {
        this.runner = runner;
        this.store = store;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "tasker-output");
                    thread.setDaemon(true);
                    return thread;
                });
        this.threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        return new Storing(command, runner.start(command, listener));
    }

    @Override
    public String node(String hostname) {
        return runner.node(hostname);
    }

    @Override
    public RunningCommand reattach(Command command, OutputListener listener) {
        return new Storing(command, runner.reattach(command, listener));
    }

    /** Ends when the outputs of the ended commands are stored; does not wait for that. */
    @Override
    public void close() {
        threads.shutdown();
    }

    private final class Storing implements RunningCommand {

        private final Command command;
        private final RunningCommand running;
        private final CompletableFuture<CommandResult> result = new CompletableFuture<>();

        Storing(Command command, RunningCommand running) {
            this.command = command;
            this.running = running;
            running.result().whenComplete((end, failure) -> {
                if (failure != null) {
                    result.completeExceptionally(failure);
                } else if (store.isNeeded(end)) {
                    store(end);
                } else {
                    result.complete(end);
                }
            });
        }

        private void store(CommandResult end) {
            try {
                threads.execute(() -> {
                    try {
                        store.store(command, end);
                    } finally {
                        result.complete(end);
                    }
                });
            } catch (RejectedExecutionException e) {
                // the run is over
                result.complete(end);
            }
        }

        @Override
        public CompletableFuture<CommandResult> result() {
            return result;
        }

        @Override
        public void terminate() {
            running.terminate();
        }

        @Override
        public void kill() {
            running.kill();
        }

        @Override
        public void release() {
            running.release();
        }
    }
}
