package io.jenkins.plugins.tasker.documentation;

import io.jenkins.plugins.tasker.Repository;
import io.jenkins.plugins.tasker.cli.Tasker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs command lines in a directory with a copy of the examples, and with their programs on PATH. A plain call of {@code tasker}
 * runs in this JVM, which is a hundred times faster; everything else runs in bash.
 */
final class Shell {

    private static final Pattern PLAIN = Pattern.compile("(\\./)?tasker( [\\w./=,:@%+-]+)*");
    private static final Pattern TIME = Pattern.compile("(?m)^\\[[0-9-]{10} [0-9:]{8}] ");

    private final Path directory;
    private final Map<String, String> environment;

    /** The output of a command line, without time stamps. */
    record Outcome(int exitCode, List<String> lines) {}

    Shell(Path directory) throws IOException {
        this.directory = directory;
        Path examples = Repository.file("examples");
        for (Path file : Repository.files("examples", "")) {
            Path copy = directory.resolve("examples").resolve(examples.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Path command = Files.writeString(
                directory.resolve("tasker"),
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin/java")
                        + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                        + "' io.jenkins.plugins.tasker.cli.TaskerMain \"$@\"\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment = Map.of(
                "HOME",
                directory.toString(),
                "PATH",
                directory + ":" + directory.resolve("examples/bin") + ":" + System.getenv("PATH"),
                "COLUMNS",
                "100");
    }

    void write(String name, List<String> lines) throws IOException {
        Files.write(directory.resolve(name), lines);
    }

    Outcome run(String commandLine) throws IOException, InterruptedException {
        return PLAIN.matcher(commandLine).matches() ? runHere(commandLine) : runInBash(commandLine);
    }

    private Outcome runHere(String commandLine) {
        String[] words = commandLine.replaceFirst("(\\./)?tasker ?", "").split(" ");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exitCode = new Tasker(InputStream.nullInputStream(), out, out, environment, directory).run(words);
        return new Outcome(exitCode, lines(bytes.toByteArray()));
    }

    private Outcome runInBash(String commandLine) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", commandLine)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> lines = lines(process.getInputStream().readAllBytes());
        return new Outcome(process.waitFor(), lines);
    }

    private static List<String> lines(byte[] bytes) {
        return TIME.matcher(new String(bytes, StandardCharsets.UTF_8))
                .replaceAll("")
                .lines()
                .toList();
    }
}
