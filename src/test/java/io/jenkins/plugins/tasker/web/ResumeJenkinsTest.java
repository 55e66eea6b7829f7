package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.model.FileParameterDefinition;
import hudson.model.FileParameterValue;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.PasswordParameterDefinition;
import hudson.model.PasswordParameterValue;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.StringParameterDefinition;
import hudson.tasks.Builder;
import hudson.tasks.Shell;
import hudson.util.Secret;
import io.jenkins.plugins.tasker.steps.TaskerBuilder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Resumes runs in new builds over HTTP. */
@WithJenkins
class ResumeJenkinsTest {

    /** Its second task succeeds from the second build on. */
    static final String FAILS_AT_FIRST = String.join(
            "\n",
            "task=0",
            "hostname=h",
            "command=echo",
            "arguments=from build @BUILD@",
            "task=1",
            "hostname=h",
            "command=test",
            "arguments=@BUILD@ -gt 1",
            "next=exit_0",
            "task=2",
            "hostname=h",
            "command=echo",
            "arguments=task 0 came @0_stdout@");

    private JenkinsRule jenkins;
    private Visitor alice;
    private Visitor bob;

    @BeforeEach
    void create(JenkinsRule rule) throws Exception {
        jenkins = rule;
        ApprovalJenkinsTest.Users users = ApprovalJenkinsTest.Users.in(jenkins);
        alice = users.alice();
        bob = users.bob();
    }

    static String script(String taskFile) {
        return String.join(
                "\n",
                "node {",
                "  writeFile file: 'deploy.txt', text: '''" + taskFile + "'''",
                "  taskerRun file: 'deploy.txt', type: 'local', variables: [BUILD: env.BUILD_NUMBER]",
                "}");
    }

    private WorkflowJob pipeline() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "deploy");
        job.setDefinition(new CpsFlowDefinition(script(FAILS_AT_FIRST), true));
        return job;
    }

    private FreeStyleProject freestyle(Builder... before) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("deploy");
        job.setScm(new SingleFileSCM("deploy.txt", FAILS_AT_FIRST));
        TaskerBuilder builder = new TaskerBuilder("deploy.txt");
        builder.type = "local";
        builder.setVariables(new HashMap<>(Map.of("BUILD", "${BUILD_NUMBER}")));
        job.getBuildersList().addAll(List.of(before));
        job.getBuildersList().add(builder);
        return job;
    }

    @Test
    @DisplayName("15.9 a resumed Pipeline reads outputs of the earlier build, and both builds link to each other")
    void pipelineGoesOn() throws Exception {
        Run<?, ?> first = jenkins.buildAndAssertStatus(Result.FAILURE, pipeline());

        HttpResponse<String> answer = alice.post("job/deploy/1/tasker/1/resume?startFrom=1");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/queue/item/");
        Run<?, ?> second = goesOn(first);
        jenkins.assertLogContains("Resumes deploy.txt of build #1 from task 1", second);
        jenkins.assertLogContains("Started by user alice", second);
        jenkins.assertLogContains("Task 2: STDOUT: task 0 came from build 1", second);
        jenkins.assertLogNotContains("Task 0: Executing", second);
        assertThat(alice.get("job/deploy/2/").body())
                .containsPattern("<a href=\"[^\"]*/job/deploy/1/tasker/1/\">Resumes deploy.txt of build #1");
        assertThat(alice.get("job/deploy/1/tasker/1/").body()).contains("Resumed by", "/job/deploy/2/");
    }

    @Test
    @DisplayName("15.9 a Freestyle build resumes from the suggested task")
    void freestyleGoesOn() throws Exception {
        FreeStyleBuild first = jenkins.buildAndAssertStatus(Result.FAILURE, freestyle());

        assertThat(alice.post("job/deploy/1/tasker/1/resume").statusCode()).isEqualTo(201);

        Run<?, ?> second = goesOn(first);
        jenkins.assertLogContains("Task 2: STDOUT: task 0 came from build 1", second);
        jenkins.assertLogNotContains("Task 0: Executing", second);
    }

    @Test
    @DisplayName("of two simultaneous requests one is rejected, and one new build starts")
    void twiceAtOnce() throws Exception {
        FreeStyleProject job = freestyle();
        FreeStyleBuild first = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.jenkins.setNumExecutors(0);
        CountDownLatch both = new CountDownLatch(2);

        List<HttpResponse<String>> answers =
                Stream.of(1, 2)
                        .map(click -> CompletableFuture.supplyAsync(() -> resumeTogether(both)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .singleElement()
                .extracting(HttpResponse::body)
                .asString()
                .contains("another build already resumes this one");
        jenkins.jenkins.setNumExecutors(2);
        goesOn(first);
        assertThat(job.getNextBuildNumber()).isEqualTo(3);
    }

    private HttpResponse<String> resumeTogether(CountDownLatch both) {
        try {
            both.countDown();
            both.await();
            return alice.post("job/deploy/1/tasker/1/resume?startFrom=1");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("Jenkins does not merge a queued build with the one that resumes")
    void notCoalesced() throws Exception {
        FreeStyleProject job = freestyle();
        jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.jenkins.setNumExecutors(0);

        job.scheduleBuild2(0);
        assertThat(alice.post("job/deploy/1/tasker/1/resume").statusCode()).isEqualTo(201);

        assertThat(jenkins.jenkins.getQueue().getItems(job)).hasSize(2);
        jenkins.jenkins.setNumExecutors(2);
        jenkins.waitUntilNoActivity();
        assertThat(job.getNextBuildNumber()).isEqualTo(4);
    }

    @Test
    @DisplayName("requests without permission to build, without crumb or without POST start no build")
    void notAllowed() throws Exception {
        WorkflowJob job = pipeline();
        jenkins.buildAndAssertStatus(Result.FAILURE, job);
        String resume = "job/deploy/1/tasker/1/resume";

        assertThat(bob.post(resume).statusCode()).isEqualTo(403);
        assertThat(bob.get("job/deploy/1/tasker/1/").body()).doesNotContain("tasker-resume");
        assertThat(alice.postWithoutCrumb(resume).statusCode()).isEqualTo(403);
        assertThat(alice.get(resume).statusCode()).isEqualTo(405);

        assertNothingScheduled(job);
    }

    @Test
    @DisplayName("the new build has the stored password parameter of the earlier build")
    void keptPassword() throws Exception {
        FreeStyleProject job = freestyle(new Shell("test \"$TOKEN\" = hush && echo token is there"));
        job.addProperty(
                new ParametersDefinitionProperty(new PasswordParameterDefinition("TOKEN", Secret.fromString(""), "")));
        FreeStyleBuild first = jenkins.assertBuildStatus(
                Result.FAILURE,
                job.scheduleBuild2(0, new ParametersAction(new PasswordParameterValue("TOKEN", "hush"))));

        assertThat(alice.post("job/deploy/1/tasker/1/resume").statusCode()).isEqualTo(201);

        jenkins.assertLogContains("token is there", goesOn(first));
    }

    @Test
    @DisplayName("a parameter whose secret or file is not kept is named, and no build starts")
    void lostParameters(@TempDir Path directory) throws Exception {
        Path config = Files.createFile(directory.resolve("config"));
        FreeStyleProject job = freestyle();
        job.addProperty(new ParametersDefinitionProperty(
                new StringParameterDefinition("TOKEN"), new FileParameterDefinition("CONFIG", "")));
        jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0, new ParametersAction(new NotKept("TOKEN"))));
        jenkins.assertBuildStatusSuccess(job.scheduleBuild2(
                0, new ParametersAction(new FileParameterValue("CONFIG", config.toFile(), "config"))));

        HttpResponse<String> secret = alice.post("job/deploy/1/tasker/1/resume?startFrom=1");
        HttpResponse<String> file = alice.post("job/deploy/2/tasker/1/resume?startFrom=1");

        assertThat(secret.statusCode()).isEqualTo(409);
        assertThat(secret.body()).contains("the secret value of parameter", "TOKEN", "is not kept");
        assertThat(file.statusCode()).isEqualTo(409);
        assertThat(file.body()).contains("the file of parameter", "CONFIG", "is not kept");
        assertThat(job.getNextBuildNumber()).isEqualTo(3);
    }

    /** A parameter value of the kind that plugins use to keep a secret off the disk. */
    private static final class NotKept extends ParameterValue {

        private static final long serialVersionUID = 1L;

        NotKept(String name) {
            super(name);
        }

        @Override
        public boolean isSensitive() {
            return true;
        }

        @Override
        public void buildEnvironment(Run<?, ?> build, EnvVars env) {
            // no further log lines are needed
        }
    }

    private Run<?, ?> goesOn(Run<?, ?> first) throws Exception {
        jenkins.waitUntilNoActivity();
        Run<?, ?> second = first.getParent().getBuildByNumber(2);
        return jenkins.assertBuildStatusSuccess(second);
    }

    private void assertNothingScheduled(WorkflowJob job) {
        assertThat(jenkins.jenkins.getQueue().isEmpty()).isTrue();
        assertThat(job.getNextBuildNumber()).isEqualTo(2);
    }
}
