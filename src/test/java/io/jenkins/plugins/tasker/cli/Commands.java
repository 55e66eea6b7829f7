package io.jenkins.plugins.tasker.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Calls the command as a user would, in a directory of its own, with programs of its own in {@code bin}. */
final class Commands {

    final Map<String, String> environment = new HashMap<>();
    private final Path directory;
    private String in = "";
    private String out = "";
    private String err = "";

    public Commands(Path directory) {
        this.directory = directory;
        environment.put("HOME", directory.toString());
        environment.put("PATH", directory.resolve("bin") + ":" + System.getenv("PATH"));
    }

    /** The stdin of the command. */
    Commands answering(String text) {
        in = text;
        return this;
    }

    public int run(String... arguments) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Tasker tasker = new Tasker(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(stdout, true, StandardCharsets.UTF_8),
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                environment,
                directory);
        int exitCode = tasker.run(arguments);
        out = stdout.toString(StandardCharsets.UTF_8);
        err = stderr.toString(StandardCharsets.UTF_8);
        return exitCode;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    /** Returns the files of the default log directory with this suffix, sorted by name. */
    List<Path> files(String suffix) throws IOException {
        Path logs = directory.resolve("TASKER");
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    static void program(Path bin, String name, String script) throws IOException {
        Files.createDirectories(bin);
        Path program = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
