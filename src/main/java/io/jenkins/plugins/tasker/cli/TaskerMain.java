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
        // Everything is written; halt does not wait for remaining threads.
        Runtime.getRuntime().halt(exitCode);
    }

    /**
     * Selects vfork, which starts commands twice as fast as the default, a helper program for each start. JDKs after 21 print a
     * warning about it, so they use the default.
     */
    private static void spawnWithVfork() {
        boolean onLinux = System.getProperty("os.name").equals("Linux");
        if (onLinux && Runtime.version().feature() <= 21) {
            System.setProperty("jdk.lang.Process.launchMechanism", "VFORK");
        }
    }

    /** Check marks and output of commands are UTF-8 in every locale. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
