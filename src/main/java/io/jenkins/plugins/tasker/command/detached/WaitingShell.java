package io.jenkins.plugins.tasker.command.detached;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A shell that starts detached commands, so that no start needs a process of this JVM or a pipe. Orders reach it through a FIFO,
 * or in files where no FIFO can be made; it reports ends through another FIFO. Commands outlive it. It ends at the end of
 * its orders: when it is closed, or when this JVM ends.
 *
 * <p>Only the JVM writes to the FIFO of orders, and each shell has its own: what a killed shell has not read, or has read by
 * half, never reaches another one.
 */
final class WaitingShell {

    private static final Duration STARTING = Duration.ofSeconds(30);
    private static final long ENDING_MILLIS = 1000;
    private static final int LONGEST_LINE = 256;

    /** Monitors that have ended stay in the table of processes until the shell waits for them. */
    private static final int MOST_UNREAPED = 32;

    private final Path prefix;
    private final ShellLauncher.Shell shell;
    private final Charset charset;
    private final Set<Long> unreaped = new TreeSet<>();
    private FileChannel orders;
    private FileChannel reports;
    private int files;
    private volatile boolean lost;

    private WaitingShell(Path prefix, ShellLauncher.Shell shell, Charset charset) {
        this.prefix = prefix;
        this.shell = shell;
        this.charset = charset;
    }

    /**
     * Starts a shell and waits until it can receive orders.
     *
     * @param prefix of the shell's files
     * @param charset of its orders
     * @throws IOException if it does not start, with the reason
     */
    static WaitingShell start(
            ShellLauncher launcher, Path prefix, Map<String, String> environment, Path directory, Charset charset)
            throws IOException {
        ShellLauncher.Shell shell = launcher.launch(ShellScript.argv("/bin/sh", prefix), environment, directory);
        WaitingShell started = new WaitingShell(prefix, shell, charset);
        try {
            started.open();
        } catch (IOException | RuntimeException e) {
            shell.kill();
            throw e;
        }
        return started;
    }

    private void open() throws IOException {
        boolean polled = isPolled();
        Path reportsFile = file("reports");
        if (!polled) {
            // opened for both directions, because opening would otherwise wait for the shell
            orders = FileChannel.open(file("orders"), StandardOpenOption.READ, StandardOpenOption.WRITE);
            reports = FileChannel.open(reportsFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        submit(ShellScript.definitions(polled ? Path.of("/dev/null") : reportsFile));
    }

    private boolean isPolled() throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < STARTING.toNanos()) {
            if (Files.exists(file("orders"))) {
                return false;
            }
            if (Files.exists(file("polled"))) {
                return true;
            }
            if (shell.ended().isDone()) {
                throw new IOException(
                        "the shell that starts commands has ended at once; check that /bin/sh works and that "
                                + prefix.getParent() + " is writable");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the shell that starts commands was starting", e);
            }
        }
        throw new IOException("the shell that starts commands did not create its files in " + prefix.getParent()
                + " within " + STARTING.toSeconds() + " s");
    }

    private Path file(String suffix) {
        return prefix.resolveSibling(prefix.getFileName() + "." + suffix);
    }

    /** Whether the shell reports the ends of commands. */
    boolean reportsEnds() {
        return reports != null;
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

    /** Kills a shell that does not respond. */
    void kill() {
        lost = true;
        shell.kill();
    }

    /**
     * Submits an order, together with waiting for monitors that have ended.
     *
     * @throws IOException if the shell has ended; the order may have been executed nevertheless
     */
    void submit(String order) throws IOException {
        synchronized (unreaped) {
            if (unreaped.isEmpty()) {
                write(order);
            } else {
                write(order + ShellScript.reap(unreaped));
                unreaped.clear();
            }
        }
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(charset));
        if (orders == null) {
            Path written = file("writing");
            Files.write(written, bytes.array());
            Files.move(written, file("order-" + files), StandardCopyOption.ATOMIC_MOVE);
            files++;
            return;
        }
        while (bytes.hasRemaining()) {
            orders.write(bytes);
        }
    }

    /** Reads reports until the shell is closed. For a thread of its own. */
    void read(Consumer<ShellReport> listener) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
        StringBuilder line = new StringBuilder();
        try {
            while (reports.read(buffer.clear()) >= 0) {
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
        }
    }

    private void ended(long monitor) {
        synchronized (unreaped) {
            unreaped.add(monitor);
            if (unreaped.size() >= MOST_UNREAPED && !lost) {
                try {
                    submit("");
                } catch (IOException e) {
                    // the shell has ended, and so has its table
                }
            }
        }
    }

    /** Shows a shell that polls files that this process lives. Called every second. */
    void keepAlive() throws IOException {
        if (orders == null && !lost) {
            Files.write(file("polled"), new byte[0]);
        }
    }

    /** Ends the shell, after the orders that it has received. Running commands continue and no longer report their ends. */
    void close() {
        close(orders);
        close(reports);
        try {
            shell.ended().get(orders == null ? 0 : ENDING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            shell.kill();
        }
        for (String suffix : new String[] {"orders", "reports", "polled"}) {
            try {
                Files.deleteIfExists(file(suffix));
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

    /** Wakes shells whose JVM was killed while they were opening their orders; they find no order and end. */
    static void wake(Path directory) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.orders")) {
            for (Path file : files) {
                close(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
            }
        } catch (IOException | DirectoryIteratorException e) {
            // they wait for ever, which costs a process
        }
    }
}
