package io.jenkins.plugins.tasker.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.UnbalancedQuotesException;
import io.jenkins.plugins.tasker.taskfile.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The shells of this machine that can be {@code /bin/sh}, and shell texts for them. */
final class Shells {

    static final List<String> NAMES = List.of("dash", "bash", "busybox", "ksh93", "mksh", "zsh");

    private Shells() {}

    /** Returns where a shell is installed; empty if it is not. */
    static Optional<Path> find(String name) {
        return Stream.of("/bin", "/usr/bin", "/usr/local/bin")
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static List<String> installed() {
        return NAMES.stream().filter(name -> find(name).isPresent()).toList();
    }

    static ShellText text(String command, String arguments) {
        try {
            return ShellText.of(Template.of(command, Globals.of(List.of(), Map.of())), Words.split(arguments));
        } catch (UnbalancedQuotesException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns the argv of a shell text in which each reference {@code @N_stdout@} has the value number N. */
    static List<String> argv(String command, List<String> values) throws ShellText.UnsafeValueException {
        return text(command, "")
                .argv(
                        reference ->
                                Optional.of(values.get((int) reference.task().value())),
                        List.of(),
                        new ArrayList<>());
    }

    /** Runs the words of {@code /bin/sh -c} with another shell, which is called {@code sh}, and returns its output. */
    static String run(String shell, List<String> argv, Path directory) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process process = start(shell, argv, directory, output);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Starts the words of {@code /bin/sh -c} with another shell, which is called {@code sh}. */
    static Process start(String shell, List<String> argv, Path directory, Path output) throws IOException {
        Path sh = directory.resolve("sh-" + shell).resolve("sh");
        if (!Files.exists(sh)) {
            Files.createDirectories(sh.getParent());
            Files.createSymbolicLink(sh, find(shell).orElseThrow());
        }
        List<String> words = new ArrayList<>(argv);
        words.set(0, sh.toString());
        return new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile())
                .redirectError(Path.of("/dev/null").toFile())
                .start();
    }
}
