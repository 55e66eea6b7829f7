package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.process.CommandMark;
import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Starts a {@link ContainedShell} when one is needed, again when it was lost, and matches answers with questions. */
final class ContainedShells {

    private final ControlDirectory control;
    private final Path directory;
    private final ShellLauncher launcher;
    private final Duration limit;
    private final Consumer<ShellReport> listener;
    private final Consumer<ContainedShell> onLost;
    private final AtomicLong keys = new AtomicLong();
    private final Map<String, CompletableFuture<ShellReport>> questions = new ConcurrentHashMap<>();
    private final List<ContainedShell> all = new ArrayList<>();
    private volatile ContainedShell current;
    private boolean polled;
    private boolean closed;

    /**
     * @param limit time in which a shell must respond
     * @param listener receives the reports about commands, on a thread of the shell
     * @param onLost called when a shell has ended that was not closed
     */
    ContainedShells(
            ControlDirectory control,
            Path directory,
            ShellLauncher launcher,
            Duration limit,
            Consumer<ShellReport> listener,
            Consumer<ContainedShell> onLost) {
        this.control = control;
        this.directory = directory.toAbsolutePath();
        this.launcher = launcher;
        this.limit = limit;
        this.listener = listener;
        this.onLost = onLost;
    }

    String newKey() {
        return "k" + Long.toHexString(keys.incrementAndGet());
    }

    /**
     * Returns a shell that is ready. Waits while one starts.
     *
     * @throws IOException if none starts; the message is the reason
     */
    synchronized ContainedShell get() throws IOException {
        if (current != null && !current.isLost()) {
            return current;
        }
        if (closed) {
            throw new IOException("the run is over");
        }
        try {
            current = started(polled);
        } catch (TimeoutException e) {
            if (polled) {
                throw new IOException(e.getMessage(), e);
            }
            current = polledShell();
        }
        return current;
    }

    /** FIFOs do not connect systems with different kernels, although both see their files. */
    private ContainedShell polledShell() throws IOException {
        try {
            ContainedShell shell = started(true);
            polled = true;
            return shell;
        } catch (TimeoutException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private ContainedShell started(boolean withFiles) throws IOException, TimeoutException {
        ContainedShell shell = ContainedShell.start(
                launcher, control.newShell(), Map.of(CommandMark.VARIABLE, control.shellMark()), directory, withFiles);
        all.add(shell);
        DaemonThreads.start("tasker-contained-reports", () -> shell.read(this::onReport));
        CompletableFuture<ShellReport> ready = new CompletableFuture<>();
        String key = newKey();
        questions.put(key, ready);
        shell.onEnd(() -> {
            ready.completeExceptionally(
                    new IOException("a shell that was started there has ended at once" + because(shell.lastWords())));
            IOException reason = new IOException("the shell that was started there has ended");
            questions.values().forEach(question -> question.completeExceptionally(reason));
            if (!isClosed()) {
                onLost.accept(shell);
            }
        });
        try {
            shell.submit(ContainedScript.ready(key, directory));
            int status = ready.get(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .exitCode()
                    .orElse(0);
            if (status == ContainedScript.NO_DIRECTORY) {
                throw new IOException(
                        "the workspace " + directory + " does not exist there; mount it at the same path");
            }
            if (status >= ContainedScript.MISSING) {
                throw new IOException("the program '" + ContainedScript.PROGRAMS.get(status - ContainedScript.MISSING)
                        + "' does not exist there");
            }
            return shell;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            shell.kill();
            throw new IOException("interrupted while a shell was starting", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            shell.kill();
            throw (TimeoutException) new TimeoutException("a shell that was started there did not respond within "
                            + limit.toSeconds() + " s" + because(shell.lastWords()))
                    .initCause(e);
        } catch (IOException e) {
            shell.kill();
            throw e;
        } finally {
            questions.remove(key);
        }
    }

    private static String because(String lastWords) {
        return lastWords.isBlank() ? "" : ": " + lastWords.strip();
    }

    private void onReport(ShellReport report) {
        CompletableFuture<ShellReport> question = questions.remove(report.key());
        if (question != null) {
            question.complete(report);
        } else {
            listener.accept(report);
        }
    }

    /** Asks a shell that is ready. The answer fails if the shell is lost. */
    CompletableFuture<ShellReport> ask(Function<String, String> order) {
        String key = newKey();
        CompletableFuture<ShellReport> answer = new CompletableFuture<>();
        questions.put(key, answer);
        answer.whenComplete((report, failure) -> questions.remove(key));
        try {
            get().submit(order.apply(key));
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    /** Shows shells that poll that this process lives. */
    void keepAlive() {
        ContainedShell shell = current;
        try {
            if (shell != null) {
                shell.keepAlive();
            }
        } catch (IOException e) {
            // the next call tries again
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    void close() {
        List<ContainedShell> started;
        synchronized (this) {
            closed = true;
            started = List.copyOf(all);
        }
        started.forEach(ContainedShell::close);
    }
}
