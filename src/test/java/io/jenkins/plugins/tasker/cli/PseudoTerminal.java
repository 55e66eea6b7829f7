package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.cli.live.EmulatedTerminal;
import io.jenkins.plugins.tasker.text.ShellQuoting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the command in a process of its own on a pseudo-terminal, which {@code script} provides. */
final class PseudoTerminal implements AutoCloseable {

    private final int columns;
    private final Process process;
    private final StringBuilder received = new StringBuilder();

    PseudoTerminal(Path directory, int columns, Map<String, String> environment, String commandLine)
            throws IOException {
        this.columns = columns;
        String java = ShellQuoting.word(
                Path.of(System.getProperty("java.home"), "bin/java").toString());
        String tasker = java + " -XX:TieredStopAtLevel=1 -Xshare:auto -Dtasker.terminal=true -cp "
                + ShellQuoting.word(System.getProperty("java.class.path"))
                + " io.jenkins.plugins.tasker.cli.TaskerMain ";
        // The shell survives Ctrl-C, as an interactive one does; its end would send HUP to the command.
        String command =
                "trap : INT; stty cols " + columns + " rows 24; " + tasker + commandLine + "; echo \"exit code $?\"";
        ProcessBuilder builder = new ProcessBuilder("script", "-qfec", command, "/dev/null")
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().remove("NO_COLOR");
        builder.environment().putAll(Map.of("TERM", "xterm", "HOME", directory.toString(), "SHELL", "/bin/sh"));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    static boolean isAvailable() {
        try {
            return new ProcessBuilder("script", "--version").start().waitFor() == 0
                    && new ProcessBuilder("sh", "-c", "command -v stty").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Reads until the terminal has received a text. */
    void await(String text) throws IOException {
        InputStream in = process.getInputStream();
        byte[] buffer = new byte[4096];
        while (received.indexOf(text) < 0) {
            int count = in.read(buffer);
            if (count < 0) {
                throw new AssertionError("'" + text + "' did not appear in " + received);
            }
            // Only ASCII is awaited; characters that a read cuts are decoded again at the end.
            bytes.write(buffer, 0, count);
            received.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
        }
    }

    private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();

    void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Returns everything that the terminal has received, after the end of the command. */
    String all() throws IOException, InterruptedException {
        process.getInputStream().transferTo(bytes);
        process.waitFor(60, TimeUnit.SECONDS);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns the lines that remain on the screen, after the end of the command. */
    EmulatedTerminal screen() throws IOException, InterruptedException {
        return new EmulatedTerminal(columns).receive(all());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
