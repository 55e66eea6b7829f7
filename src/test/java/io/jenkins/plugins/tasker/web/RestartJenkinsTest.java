package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.net.http.HttpResponse;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Restarts Jenkins between a run and the requests for its page. */
class RestartJenkinsTest {

    @RegisterExtension
    private final JenkinsSessionExtension session = new JenkinsSessionExtension();

    @Test
    @DisplayName("after a restart, a run has its page, can be resumed, and lists the builds that resumed it")
    void recordedRun() throws Throwable {
        session.then(jenkins -> {
            WorkflowJob job = create(jenkins, ResumeJenkinsTest.script(ResumeJenkinsTest.FAILS_AT_FIRST));
            jenkins.buildAndAssertStatus(Result.FAILURE, job);
        });
        session.then(jenkins -> {
            Visitor visitor = new Visitor(jenkins.getURL(), "");
            HttpResponse<String> page = visitor.get("job/deploy/1/tasker/1/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("deploy.txt", "test 1 -gt 1", "tasker-resume");

            assertThat(visitor.post("job/deploy/1/tasker/1/resume").statusCode())
                    .isEqualTo(201);

            jenkins.waitUntilNoActivity();
            WorkflowRun second = build(jenkins, 2);
            jenkins.assertBuildStatusSuccess(second);
            jenkins.assertLogContains("Task 2: STDOUT: task 0 came from build 1", second);
        });
        session.then(jenkins -> {
            Visitor visitor = new Visitor(jenkins.getURL(), "");
            assertThat(visitor.get("job/deploy/1/tasker/1/").body()).contains("Resumed by", "/job/deploy/2/");
            assertThat(visitor.get("job/deploy/2/").body())
                    .containsPattern("<a href=\"[^\"]*/job/deploy/1/tasker/1/\">Resumes deploy.txt of build #1");
        });
    }

    @Test
    @DisplayName("15.4 a plan that waited for approval when Jenkins stopped waits again after the restart")
    void waitingPlan() throws Throwable {
        session.then(jenkins -> {
            WorkflowJob job = create(jenkins, "node {\n" + ApprovalJenkinsTest.STEPS + "\n}");
            WorkflowRun build = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage(ApprovalJenkinsTest.WAITING, build);
        });
        session.then(jenkins -> {
            WorkflowRun build = build(jenkins, 1);
            Visitor visitor = new Visitor(jenkins.getURL(), "");
            for (String page = ""; !page.contains("approval/proceed"); ) {
                assertThat(build.isBuilding()).isTrue();
                page = visitor.get("job/deploy/1/tasker/1/").body();
            }

            visitor.post("job/deploy/1/tasker/1/approval/proceed");

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
            jenkins.assertLogContains("Task 0: STDOUT: done", build);
            assertThat(build.getAction(TaskerRunAction.class).entries()).hasSize(1);
        });
    }

    private static WorkflowJob create(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "deploy");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    private static WorkflowRun build(JenkinsRule jenkins, int number) {
        return jenkins.jenkins.getItemByFullName("deploy", WorkflowJob.class).getBuildByNumber(number);
    }
}
