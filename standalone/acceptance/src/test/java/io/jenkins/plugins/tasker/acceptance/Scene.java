package io.jenkins.plugins.tasker.acceptance;

import java.util.Optional;
import java.util.UUID;

/** What {@code endpoints.csv} is about: a job whose first build failed, and another one that waits for approval. */
final class Scene implements AutoCloseable {

    private static final String FAILING = "task=0\nhostname=h\ncommand=sh -c \"echo no; exit 3\"\nnext=exit_0";

    private final JenkinsServer jenkins;
    private final String project = "acceptance-" + UUID.randomUUID();
    private final Job job;
    private final Job waiting;
    private Build asking;

    Scene(JenkinsServer jenkins, People people) {
        this.jenkins = jenkins;
        job = Job.pipeline(jenkins, FAILING, steps(""));
        waiting = Job.pipeline(jenkins, FAILING, steps(", showPlan: true"));
        people.letInto(job, Person.READ, Person.BUILD, Person.CONFIGURE);
        people.letInto(waiting, Person.READ, Person.BUILD, Person.CONFIGURE);
        job.run();
        asking = waiting.start().awaitConsole("Waiting for approval");
    }

    private String steps(String more) {
        return "taskerRun file: 'deploy.txt', type: 'local', project: '" + project + "'" + more;
    }

    Job job() {
        return job;
    }

    /** A job into which nobody is let. */
    Job otherJobOfTheProject() {
        return Job.pipeline(jenkins, FAILING, steps(""));
    }

    String projectPage() {
        return "tasker/project/" + project + "/";
    }

    /** Waits until nothing runs that an earlier request has started, and puts names into an address. */
    Endpoint prepare(Endpoint endpoint) {
        Poll.until(
                "builds of an earlier request end",
                () -> isIdle(job) && (asksStill() || isIdle(waiting)) ? Optional.of(job) : Optional.empty());
        if (endpoint.address().contains("{waiting}") && !asksStill()) {
            asking = waiting.start().awaitConsole("Waiting for approval");
        }
        return endpoint.with(text -> text.replace("{project}", project)
                .replace("{job}", endpoint.isCommand() ? job.name() : withoutSlash(job.path()))
                .replace("{waiting}", withoutSlash(asking.path()))
                .replace("{descriptor}", "descriptorByName/io.jenkins.plugins.tasker"));
    }

    private boolean isIdle(Job job) {
        return !job.json("api/json?tree=inQueue").path("inQueue").asBoolean()
                && !job.json("lastBuild/api/json?tree=building")
                        .path("building")
                        .asBoolean();
    }

    private boolean asksStill() {
        return jenkins.get(asking.path() + "tasker/1/approval").statusCode() == 302;
    }

    private static String withoutSlash(String path) {
        return path.substring(0, path.length() - 1);
    }

    /** Builds and what waits in the queue, to see that nothing was started or ended. */
    String state() {
        String tree = "api/json?tree=nextBuildNumber,inQueue,builds[number,building]";
        return job.json(tree) + "\n" + waiting.json(tree);
    }

    @Override
    public void close() {
        asking.abort();
        job.close();
        waiting.close();
    }
}
