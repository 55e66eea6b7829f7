package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import io.jenkins.plugins.tasker.command.process.NativeEncoding;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One shell that another program, such as a container runtime, starts where this JVM sees files but no processes. Orders and reports
 * go through two FIFOs that this JVM creates, so that a shell of another user can open them; where FIFOs cannot be made or do not
 * connect, through files that both sides poll. Commands outlive the shell.
 */
final class ContainedShell {

    private static final long POLL_MILLIS = 50;
    private static final long ENDING_MILLIS = 1000;
    private static final int LONGEST_LINE = 256;

    private final Path prefix;
    private final ShellLauncher.Shell shell;
    private final FileChannel orders;
    private final FileChannel reports;
    private final Set<Long> unreaped = new TreeSet<>();
    private int files;
    private volatile boolean lost;

    private ContainedShell(Path prefix, ShellLauncher.Shell shell, FileChannel orders, FileChannel reports) {
        this.prefix = prefix;
        this.shell = shell;
        this.orders = orders;
        this.reports = reports;
    }

    /**
     * Starts a shell. Returns before it is ready.
     *
     * @param prefix of the shell's files
     * @param environment variables besides those of the launcher
     * @param polled whether to use files in place of FIFOs
     */
    static ContainedShell start(
            ShellLauncher launcher, Path prefix, Map<String, String> environment, Path directory, boolean polled)
            throws IOException {
        Path ordersFile = file(prefix, "orders");
        Path reportsFile = file(prefix, "reports");
        boolean fifos = !polled && createFifos(ordersFile, reportsFile);
        if (!fifos) {
            Files.deleteIfExists(ordersFile);
            Files.deleteIfExists(reportsFile);
            Files.createFile(reportsFile);
            Files.createFile(file(prefix, "polled"));
        }
        ShellLauncher.Shell shell = launcher.launch(ContainedScript.argv(prefix.toString()), environment, directory);
        try {
            // opened for both directions, because opening would otherwise wait for the shell
            ContainedShell started = new ContainedShell(
                    prefix,
                    shell,
                    fifos ? FileChannel.open(ordersFile, StandardOpenOption.READ, StandardOpenOption.WRITE) : null,
                    FileChannel.open(reportsFile, StandardOpenOption.READ, StandardOpenOption.WRITE));
            started.submit(ContainedScript.definitions(reportsFile));
            return started;
        } catch (IOException | RuntimeException e) {
            shell.kill();
            throw e;
        }
    }

    private static boolean createFifos(Path first, Path second) {
        try {
            Process process = new ProcessBuilder("mkfifo", "-m", "600", first.toString(), second.toString())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path file(Path prefix, String suffix) {
        return prefix.resolveSibling(prefix.getFileName() + "." + suffix);
    }

    /** Whether orders go through files. */
    boolean isPolled() {
        return orders == null;
    }

    /** Whether the shell has ended or was given up. */
    boolean isLost() {
        return lost;
    }

    /** Runs an action when the shell has ended. No order is written from then on. */
    void onEnd(Runnable action) {
        shell.ended().whenComplete((end, failure) -> {
            lost = true;
            close(orders);
            action.run();
        });
    }

    /** Returns what the launcher knows about the end of the shell. */
    String lastWords() {
        return shell.lastWords();
    }

    /** Submits an order. Waits for the ends of processes of the shell in the same order, so that their numbers become free. */
    void submit(String order) throws IOException {
        synchronized (unreaped) {
            String text = unreaped.isEmpty() ? order : order + ContainedScript.reap(unreaped);
            unreaped.clear();
            write(ByteBuffer.wrap(text.getBytes(NativeEncoding.forTexts())));
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        if (orders == null) {
            Path written = file(prefix, "writing");
            Files.write(written, bytes.array());
            Files.move(written, file(prefix, "order-" + files), StandardCopyOption.ATOMIC_MOVE);
            files++;
            return;
        }
        while (bytes.hasRemaining()) {
            orders.write(bytes);
        }
    }

    /** Reads reports on a thread of its own, until the shell is closed. */
    void read(Consumer<ShellReport> listener) {
        DaemonThreads.start("tasker-contained-reports", () -> readAll(listener));
    }

    private void readAll(Consumer<ShellReport> listener) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
        StringBuilder line = new StringBuilder();
        try {
            while (true) {
                if (reports.read(buffer.clear()) <= 0) {
                    TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                }
                for (buffer.flip(); buffer.hasRemaining(); ) {
                    char c = (char) buffer.get();
                    if (c == '\n') {
                        ShellReport.parse(line.toString()).ifPresent(report -> {
                            ended(report.monitor());
                            listener.accept(report);
                        });
                        line.setLength(0);
                    } else if (line.length() < LONGEST_LINE) {
                        line.append(c);
                    }
                }
            }
        } catch (IOException e) {
            // closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended(long process) {
        if (process > 0) {
            synchronized (unreaped) {
                unreaped.add(process);
            }
        }
    }

    /** Shows a shell that polls files that this process lives. Called every second. */
    void keepAlive() throws IOException {
        if (orders == null && !lost) {
            Files.write(file(prefix, "polled"), new byte[0]);
        }
    }

    /** Gives up a shell that does not respond. It ends when it reads on. */
    void kill() {
        lost = true;
        close(orders);
        shell.kill();
    }

    /** Ends the shell, after the orders that it has received. Running commands continue and no longer report their ends. */
    void close() {
        close(orders);
        close(reports);
        try {
            if (orders == null) {
                submit("exit 0\n");
            }
            shell.ended().get(ENDING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException e) {
            shell.kill();
        }
        for (String suffix : new String[] {"orders", "reports", "polled"}) {
            try {
                Files.deleteIfExists(file(prefix, suffix));
            } catch (IOException e) {
                // deleted with its directory
            }
        }
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // it is closed nevertheless
        }
    }
}
