package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.tasker.steps.TaskerBuilder;
import java.io.IOException;
import java.net.http.HttpResponse;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Waits on the page of a run until a user selects Proceed or Abort (rule 15.4). */
@WithJenkins
class ApprovalJenkinsTest {

    static final String WAITING = "Waiting for approval of this plan";
    static final String STEPS = String.join(
            "\n",
            "  writeFile file: 'deploy.txt', text: '''task=0\nhostname=h\ncommand=echo\narguments=done'''",
            "  taskerRun file: 'deploy.txt', type: 'local', showPlan: true");

    private static final String APPROVAL = "job/deploy/1/tasker/1/approval/";

    /** The users of a test: alice may read and build jobs, bob may only read them. */
    record Users(Visitor alice, Visitor bob) {

        /** Sets the security of a Jenkins. */
        static Users in(JenkinsRule jenkins) throws IOException {
            jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
            jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                    .grant(Jenkins.READ, Item.READ, Item.BUILD)
                    .everywhere()
                    .to("alice")
                    .grant(Jenkins.READ, Item.READ)
                    .everywhere()
                    .to("bob"));
            return new Users(new Visitor(jenkins.getURL(), "alice"), new Visitor(jenkins.getURL(), "bob"));
        }
    }

    private JenkinsRule jenkins;
    private Visitor alice;
    private Visitor bob;

    @BeforeEach
    void create(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Users users = Users.in(jenkins);
        alice = users.alice();
        bob = users.bob();
    }

    private WorkflowRun start(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "deploy");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }

    @Test
    @DisplayName("15.4 Proceed starts the run, and console and record name the user")
    void proceed() throws Exception {
        WorkflowRun build = start("node {\n" + STEPS + "\n}");
        jenkins.waitForMessage(WAITING, build);
        assertThat(alice.get("job/deploy/1/tasker/1/").body()).contains("waits for approval", "echo done");
        jenkins.assertLogNotContains("Task 0: Executing", build);

        alice.post(APPROVAL + "proceed");

        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
        jenkins.assertLogContains("Approved by alice", build);
        jenkins.assertLogContains("Task 0: STDOUT: done", build);
        assertThat(alice.get("job/deploy/1/tasker/1/").body()).contains("alice");
        HttpResponse<String> second = alice.post(APPROVAL + "abort");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Approved by alice at ");
        HttpResponse<String> browser = alice.submit(APPROVAL + "abort");
        assertThat(browser.statusCode()).isEqualTo(302);
        assertThat(browser.headers().firstValue("Location").orElse("")).endsWith("/job/deploy/1/tasker/1/");
        assertThat(bob.get("job/deploy/1/tasker/1/").body()).contains("Approved by alice at ");
    }

    @Test
    @DisplayName("15.4 Abort aborts the build, the console names the user, and no task starts")
    void abort() throws Exception {
        WorkflowRun build = start("node {\n" + STEPS + "\n}");
        jenkins.waitForMessage(WAITING, build);

        alice.post(APPROVAL + "abort");

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        jenkins.assertLogContains("The plan was declined by alice", build);
        assertThat(bob.get("job/deploy/1/tasker/1/api/json?tree=status,outcome,exitCode")
                        .body())
                .contains("\"status\":\"DECLINED\"", "declined by alice", "\"exitCode\":null");
        jenkins.assertLogNotContains("Task 0: Executing", build);
    }

    @Test
    @DisplayName("15.4 the plan of a Freestyle build waits for approval, too")
    void freestyle() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("deploy");
        job.setScm(new SingleFileSCM("deploy.txt", "task=0\nhostname=h\ncommand=echo\narguments=done"));
        TaskerBuilder builder = new TaskerBuilder("deploy.txt");
        builder.type = "local";
        builder.showPlan = true;
        job.getBuildersList().add(builder);
        FreeStyleBuild first = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage(WAITING, first);

        alice.post(APPROVAL + "proceed");

        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(first));
        FreeStyleBuild second = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage(WAITING, second);

        alice.post("job/deploy/2/tasker/1/approval/abort");

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(second));
        jenkins.assertLogContains("Declined by alice", second);
    }

    @Test
    @DisplayName("15.4 requests without permission to build, without crumb or without POST are rejected")
    void notAllowed() throws Exception {
        WorkflowRun build = start("node {\n" + STEPS + "\n}");
        jenkins.waitForMessage(WAITING, build);

        assertThat(bob.post(APPROVAL + "proceed").statusCode()).isEqualTo(403);
        assertThat(bob.post(APPROVAL + "abort").statusCode()).isEqualTo(403);
        assertThat(alice.postWithoutCrumb(APPROVAL + "proceed").statusCode()).isEqualTo(403);
        assertThat(alice.get(APPROVAL + "proceed").statusCode()).isEqualTo(405);

        assertThat(bob.get("job/deploy/1/tasker/1/").body())
                .contains("waits for approval")
                .doesNotContain("approval/proceed");
        assertThat(build.isBuilding()).isTrue();
        alice.post(APPROVAL + "proceed");
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
        jenkins.assertLogNotContains("bob", build);
    }

    @Test
    @DisplayName("15.4 a timeout around the step ends the wait, and no task starts")
    void timeout() throws Exception {
        WorkflowRun build = start("node { timeout(time: 3, unit: 'SECONDS') {\n" + STEPS + "\n} }");

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        jenkins.assertLogContains("Timeout has been exceeded", build);
        jenkins.assertLogNotContains("Task 0: Executing", build);
    }
}
