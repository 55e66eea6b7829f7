package io.jenkins.plugins.tasker.command.detached;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The connection to a shell that starts commands. Orders reach it through a FIFO, or in files where no FIFO can be used; its
 * reports come through another FIFO, or through a file that both sides poll. Commands outlive the shell.
 */
abstract class ShellConnection {

    private static final long POLL_MILLIS = 50;
    private static final int LONGEST_LINE = 256;

    /** Processes that have ended stay in the table of processes until the shell waits for them. */
    private static final int MOST_UNREAPED = 32;

    private final Path prefix;
    private final ShellLauncher.Shell shell;
    private final Charset charset;
    private final Set<Long> unreaped = new TreeSet<>();
    private FileChannel orders;
    private FileChannel reports;
    private int files;
    private volatile boolean lost;

    /**
     * @param prefix of the shell's files
     * @param charset of its orders
     */
    ShellConnection(Path prefix, ShellLauncher.Shell shell, Charset charset) {
        this.prefix = prefix;
        this.shell = shell;
        this.charset = charset;
    }

    static Path file(Path prefix, String suffix) {
        return prefix.resolveSibling(prefix.getFileName() + "." + suffix);
    }

    final Path file(String suffix) {
        return file(prefix, suffix);
    }

    final ShellLauncher.Shell shell() {
        return shell;
    }

    /** Opens the FIFO of the orders; without it, orders go through files. */
    final void openOrders() throws IOException {
        orders = open(file("orders"));
    }

    /** Opens the FIFO or the file of the reports; without it, nothing is reported. */
    final void openReports() throws IOException {
        reports = open(file("reports"));
    }

    /** Opens a FIFO for both directions, because opening would otherwise wait for the shell. */
    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Whether orders go through files. */
    final boolean isPolled() {
        return orders == null;
    }

    /** Whether the shell reports the ends of commands. */
    final boolean reportsEnds() {
        return reports != null;
    }

    /** Whether the shell has ended or was given up. */
    final boolean isLost() {
        return lost;
    }

    /** Runs an action when the shell has ended. No order is written from then on. */
    final void onEnd(Runnable action) {
        shell.ended().whenComplete((end, failure) -> {
            lost = true;
            closeOrders();
            action.run();
        });
    }

    /** Kills a shell that does not respond. */
    void kill() {
        lost = true;
        shell.kill();
    }

    /**
     * Submits an order, together with waiting for processes of the shell that have ended.
     *
     * @throws IOException if the shell has ended; the order may have been executed nevertheless
     */
    final void submit(String order) throws IOException {
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
    final void read(Consumer<ShellReport> listener) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
        StringBuilder line = new StringBuilder();
        try {
            while (true) {
                // only a file has an end
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
        if (process <= 0) {
            return;
        }
        synchronized (unreaped) {
            unreaped.add(process);
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
    final void keepAlive() throws IOException {
        if (isPolled() && !lost) {
            Files.write(file("polled"), new byte[0]);
        }
    }

    final void closeOrders() {
        close(orders);
    }

    /** Closes both directions. Running commands continue and no longer report their ends. */
    final void closeChannels() {
        close(orders);
        close(reports);
    }

    /** Waits until the shell has ended, kills it after a time, and deletes its files. */
    final void awaitEnd(long millis) {
        try {
            shell.ended().get(millis, TimeUnit.MILLISECONDS);
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

    static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // it is closed nevertheless
        }
    }
}
