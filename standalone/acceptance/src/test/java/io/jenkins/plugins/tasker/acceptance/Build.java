package io.jenkins.plugins.tasker.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A build of a {@link Job}. */
record Build(JenkinsServer jenkins, Job job, int number) {

    String path() {
        return job.path() + number + "/";
    }

    Build await() {
        return await(Poll.TIMEOUT);
    }

    Build await(Duration timeout) {
        return Poll.until(
                timeout,
                "build " + path() + " ends\n" + console(),
                () -> json("api/json?tree=building,result").path("building").asBoolean()
                        ? Optional.empty()
                        : Optional.of(this));
    }

    /** Waits until the console contains a text. */
    Build awaitConsole(String text) {
        return awaitConsole(text, 1);
    }

    /** Waits until the console contains a text at least {@code times} times. */
    Build awaitConsole(String text, int times) {
        return Poll.until(
                "the console of " + path() + " contains '" + text + "'",
                () -> console().split(Pattern.quote(text), -1).length > times ? Optional.of(this) : Optional.empty());
    }

    String result() {
        return json("api/json?tree=result").path("result").asText();
    }

    String console() {
        return jenkins.text(path() + "consoleText");
    }

    String text(String path) {
        return jenkins.text(path() + path);
    }

    JsonNode json(String path) {
        return jenkins.json(path() + path);
    }

    /** Returns the path of the first artifact with this suffix. */
    Optional<String> artifact(String suffix) {
        JsonNode artifacts = json("api/json?tree=artifacts[relativePath]").path("artifacts");
        return StreamSupport.stream(artifacts.spliterator(), false)
                .map(artifact -> artifact.path("relativePath").asText())
                .filter(path -> path.endsWith(suffix))
                .findFirst();
    }

    void abort() {
        jenkins.post(path() + "stop");
    }
}
