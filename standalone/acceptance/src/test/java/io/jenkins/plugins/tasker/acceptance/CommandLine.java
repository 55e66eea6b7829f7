package io.jenkins.plugins.tasker.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands of Jenkins' command line, with the client that Jenkins offers for download. */
final class CommandLine {

    /** @param output stdout and stderr */
    record Answer(int exitCode, String output) {}

    private final Path client;

    CommandLine(JenkinsServer jenkins, Path directory) {
        client = directory.resolve("jenkins-cli.jar");
        jenkins.download("jnlpJars/jenkins-cli.jar", client);
    }

    Answer run(JenkinsServer user, String command) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                client.toString(),
                "-s",
                user.url()));
        user.login().ifPresent(login -> words.addAll(List.of("-auth", login)));
        words.addAll(List.of(command.split(" ")));
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
