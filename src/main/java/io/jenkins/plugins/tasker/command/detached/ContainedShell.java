package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.process.NativeEncoding;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * One shell that another program, such as a container runtime, starts where this JVM sees files but no processes. This JVM creates
 * its FIFOs, so that a shell of another user can open them; where FIFOs cannot be made or do not connect, both sides poll files.
 */
final class ContainedShell extends ShellConnection {

    private static final long ENDING_MILLIS = 1000;

    private ContainedShell(Path prefix, ShellLauncher.Shell shell) {
        super(prefix, shell, NativeEncoding.forTexts());
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
        ContainedShell started = new ContainedShell(prefix, shell);
        try {
            if (fifos) {
                started.openOrders();
            }
            started.openReports();
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

    /** Returns what the launcher knows about the end of the shell. */
    String lastWords() {
        return shell().lastWords();
    }

    /** {@inheritDoc} It ends when it reads on. */
    @Override
    void kill() {
        super.kill();
        closeOrders();
    }

    /** Ends the shell, after the orders that it has received. Running commands continue and no longer report their ends. */
    void close() {
        closeChannels();
        if (isPolled()) {
            try {
                submit("exit 0\n");
            } catch (IOException e) {
                // its directory is gone
            }
        }
        awaitEnd(ENDING_MILLIS);
    }
}
