package io.jenkins.plugins.tasker.acceptance;

import java.util.Optional;
import java.util.UUID;

/** The objects that {@code endpoints.csv} names: a job with a failed build, and a job with a build that waits for approval. */
final class EndpointFixture implements AutoCloseable {

    private static final String FAILING = "task=0\nhostname=h\ncommand=sh -c \"echo no; exit 3\"\nnext=exit_0";

    private final JenkinsServer jenkins;
    private final String project = "acceptance-" + UUID.randomUUID();
    private final Job job;
    private final Job waiting;
    private Build askingBuild;

    EndpointFixture(JenkinsServer jenkins, TestUsers users) {
        this.jenkins = jenkins;
        job = Job.pipeline(jenkins, FAILING, steps(""));
        waiting = Job.pipeline(jenkins, FAILING, steps(", showPlan: true"));
        users.grant(job, TestUser.READ, TestUser.BUILD, TestUser.CONFIGURE);
        users.grant(waiting, TestUser.READ, TestUser.BUILD, TestUser.CONFIGURE);
        job.run();
        askingBuild = waiting.start().awaitConsole("Waiting for approval");
    }

    private String steps(String more) {
        return "taskerRun file: 'deploy.txt', type: 'local', project: '" + project + "'" + more;
    }

    Job job() {
        return job;
    }

    /** Creates a job of the same project that only the administrator can read. */
    Job otherJobOfTheProject() {
        return Job.pipeline(jenkins, FAILING, steps(""));
    }

    String projectPage() {
        return "tasker/project/" + project + "/";
    }

    /** Waits until builds of earlier requests end, and inserts names into the address. */
    Endpoint prepare(Endpoint endpoint) {
        Poll.until(
                "builds of an earlier request end",
                () -> isIdle(job) && (isAsking() || isIdle(waiting)) ? Optional.of(job) : Optional.empty());
        if (endpoint.address().contains("{waiting}") && !isAsking()) {
            askingBuild = waiting.start().awaitConsole("Waiting for approval");
        }
        return endpoint.with(text -> text.replace("{project}", project)
                .replace("{job}", endpoint.isCommand() ? job.name() : withoutSlash(job.path()))
                .replace("{waiting}", withoutSlash(askingBuild.path()))
                .replace("{descriptor}", "descriptorByName/io.jenkins.plugins.tasker"));
    }

    private boolean isIdle(Job job) {
        return !job.json("api/json?tree=inQueue").path("inQueue").asBoolean()
                && !job.json("lastBuild/api/json?tree=building")
                        .path("building")
                        .asBoolean();
    }

    private boolean isAsking() {
        return askingBuild.json("tasker/1/api/json").path("status").asText().equals("WAITING");
    }

    private static String withoutSlash(String path) {
        return path.substring(0, path.length() - 1);
    }

    /** Returns builds and queue as text, to detect started and ended builds. */
    String state() {
        String tree = "api/json?tree=nextBuildNumber,inQueue,builds[number,building]";
        return job.json(tree) + "\n" + waiting.json(tree);
    }

    @Override
    public void close() {
        askingBuild.abort();
        job.close();
        waiting.close();
    }
}
