package io.jenkins.plugins.tasker.command.detached;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A shell that starts detached commands, so that no start needs a process of this JVM or a pipe. It makes its FIFOs itself, and
 * reports no ends where it cannot. It ends at the end of its orders: when it is closed, or when this JVM ends.
 *
 * <p>Only the JVM writes to the FIFO of orders, and each shell has its own: what a killed shell has not read, or has read by
 * half, never reaches another one.
 */
final class WaitingShell extends ShellConnection {

    private static final Duration STARTING = Duration.ofSeconds(30);
    private static final long ENDING_MILLIS = 1000;

    private WaitingShell(Path prefix, ShellLauncher.Shell shell, Charset charset) {
        super(prefix, shell, charset);
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
            started.connect(prefix.getParent());
        } catch (IOException | RuntimeException e) {
            shell.kill();
            throw e;
        }
        return started;
    }

    private void connect(Path control) throws IOException {
        boolean fifos = awaitFifos(control);
        if (fifos) {
            openOrders();
            openReports();
        }
        submit(ShellScript.definitions(fifos ? file("reports") : Path.of("/dev/null")));
    }

    /** Waits until the shell is ready. Returns whether it could make its FIFOs; otherwise it polls. */
    private boolean awaitFifos(Path control) throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < STARTING.toNanos()) {
            if (Files.exists(file("orders"))) {
                return true;
            }
            if (Files.exists(file("polled"))) {
                return false;
            }
            if (shell().ended().isDone()) {
                throw new IOException(
                        "the shell that starts commands has ended at once; check that /bin/sh works and that " + control
                                + " is writable");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the shell that starts commands was starting", e);
            }
        }
        throw new IOException("the shell that starts commands did not create its files in " + control + " within "
                + STARTING.toSeconds() + " s");
    }

    /** Ends the shell, after the orders that it has received. Running commands continue and no longer report their ends. */
    void close() {
        closeChannels();
        awaitEnd(isPolled() ? 0 : ENDING_MILLIS);
    }

    /** Wakes shells whose JVM was killed while they were opening their orders; they find no order and end. */
    static void wake(Path directory) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.orders")) {
            for (Path file : files) {
                close(open(file));
            }
        } catch (IOException | DirectoryIteratorException e) {
            // they wait for ever, which costs a process
        }
    }
}
