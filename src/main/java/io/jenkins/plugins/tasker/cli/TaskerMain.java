package io.jenkins.plugins.tasker.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The {@code tasker} command. */
public final class TaskerMain {

    private TaskerMain() {}

    public static void main(String[] args) {
        Path here = Path.of("").toAbsolutePath();
        int exitCode = new Tasker(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), System.getenv(), here)
                .run(args);
        // Ends at once, whatever threads are left; everything is written by now.
        Runtime.getRuntime().halt(exitCode);
    }

    /** Check marks and output of commands are UTF-8, whatever the locale says. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
