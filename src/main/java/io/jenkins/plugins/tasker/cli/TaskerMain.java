package io.jenkins.plugins.tasker.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The {@code tasker} command. */
public final class TaskerMain {

    private TaskerMain() {}

    public static void main(String[] args) {
        spawnWithVfork();
        Path here = Path.of("").toAbsolutePath();
        Map<String, String> environment = CallerEnvironment.of(System.getenv());
        int exitCode =
                new Tasker(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), environment, here).run(args);
        // Ends at once, whatever threads are left; everything is written by now.
        Runtime.getRuntime().halt(exitCode);
    }

    /**
     * Starts commands in half the time that the default, a helper program for each spawn, takes. JDKs after 21 warn on
     * stderr, because the child could harm its parent; they do without.
     */
    private static void spawnWithVfork() {
        boolean onLinux = System.getProperty("os.name").equals("Linux");
        if (onLinux && Runtime.version().feature() <= 21) {
            System.setProperty("jdk.lang.Process.launchMechanism", "VFORK");
        }
    }

    /** Check marks and output of commands are UTF-8, whatever the locale says. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
