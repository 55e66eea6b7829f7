package io.jenkins.plugins.tasker.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A job for one test, deleted at the end. */
final class Job implements AutoCloseable {

    private static final String PREFIX = "tasker-acceptance-";

    private final JenkinsServer jenkins;
    private final String name = PREFIX + UUID.randomUUID();

    private Job(JenkinsServer jenkins, String configuration) {
        this.jenkins = jenkins;
        HttpResponse<String> answer = jenkins.post(
                "createItem?name=" + name, "application/xml;charset=UTF-8", BodyPublishers.ofString(configuration));
        if (answer.statusCode() != 200) {
            throw new AssertionError(
                    "the job was not created: " + answer.statusCode() + ": " + JenkinsServer.start(answer.body()));
        }
    }

    /** Creates a Pipeline that runs in the sandbox. */
    static Job pipeline(JenkinsServer jenkins, String script) {
        return new Job(
                jenkins,
                "<flow-definition><definition class=\"org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition\"><script>"
                        + xml(script) + "</script><sandbox>true</sandbox></definition></flow-definition>");
    }

    /** Creates a Pipeline that writes the task file {@code deploy.txt} on an agent and runs the steps there. */
    static Job pipeline(JenkinsServer jenkins, String taskFile, String steps) {
        return pipeline(
                jenkins,
                "node('" + label() + "') {\n" + "writeFile file: 'deploy.txt', text: " + groovy(taskFile) + "\n" + steps
                        + "\n}");
    }

    /**
     * Creates a Freestyle job that writes the task file {@code deploy.txt} and runs it.
     *
     * @param fields of the build step, as XML
     */
    static Job freestyle(JenkinsServer jenkins, String taskFile, String fields) {
        String shell = "cat >deploy.txt <<'END'\n" + taskFile + "\nEND\n";
        return new Job(
                jenkins,
                "<project>" + assignment() + "<builders><hudson.tasks.Shell><command>" + xml(shell)
                        + "</command></hudson.tasks.Shell><io.jenkins.plugins.tasker.steps.TaskerBuilder>"
                        + "<file>deploy.txt</file><failOnError>true</failOnError><junit>true</junit>" + fields
                        + "</io.jenkins.plugins.tasker.steps.TaskerBuilder></builders></project>");
    }

    static String label() {
        return System.getProperty("jenkins.label", "");
    }

    private static String assignment() {
        return label().isEmpty()
                ? "<canRoam>true</canRoam>"
                : "<assignedNode>" + xml(label()) + "</assignedNode><canRoam>false</canRoam>";
    }

    /** Returns a text as a string literal of Groovy. */
    static String groovy(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    String name() {
        return name;
    }

    String path() {
        return "job/" + name + "/";
    }

    /** Starts a build and waits for its end. */
    Build run() {
        return start().await();
    }

    /** Starts a build and waits until it has a number. */
    Build start() {
        return scheduled(() -> jenkins.post(path() + "build"));
    }

    Build start(Map<String, String> parameters) {
        return scheduled(() -> jenkins.post(path() + "buildWithParameters", parameters));
    }

    /**
     * Returns the build that a request schedules.
     *
     * @param request sends the request and returns the response
     */
    Build scheduled(Supplier<HttpResponse<String>> request) {
        int next = jenkins.json(path() + "api/json?tree=nextBuildNumber")
                .get("nextBuildNumber")
                .asInt();
        HttpResponse<String> answer = request.get();
        if (answer.statusCode() >= 400) {
            throw new AssertionError(
                    "nothing was scheduled: " + answer.statusCode() + ": " + JenkinsServer.start(answer.body()));
        }
        return Poll.until("build " + next + " of " + name + " starts", () -> build(next));
    }

    Optional<Build> build(int number) {
        return jenkins.get(path() + number + "/api/json?tree=number").statusCode() == 200
                ? Optional.of(new Build(jenkins, this, number))
                : Optional.empty();
    }

    JsonNode json(String path) {
        return jenkins.json(path() + path);
    }

    @Override
    public void close() {
        jenkins.post(path() + "doDelete");
    }
}
