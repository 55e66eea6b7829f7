package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.User;
import io.jenkins.plugins.tasker.steps.TaskerBuilder;
import java.net.http.HttpResponse;
import java.util.Map;
import jenkins.model.experimentalflags.NewBuildPageUserExperimentalFlag;
import jenkins.model.experimentalflags.NewJobPageUserExperimentalFlag;
import jenkins.model.experimentalflags.UserExperimentalFlagsProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.FailureBuilder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A user finds the runs of a job, and the build that resumes a run, by links. */
@WithJenkins
class LinksJenkinsTest {

    private static final String RUNS_OF_JOB = "href=\"[^\"]*/job/deploy/tasker/?\"";

    private JenkinsRule jenkins;
    private Visitor alice;
    private FreeStyleProject job;

    @BeforeEach
    void create(JenkinsRule rule) throws Exception {
        jenkins = rule;
        alice = ApprovalJenkinsTest.Users.in(jenkins).alice();
        job = jenkins.createFreeStyleProject("deploy");
        job.setScm(new SingleFileSCM("deploy.txt", ResumeJenkinsTest.FAILS_AT_FIRST.replace("@BUILD@", "0")));
        TaskerBuilder builder = new TaskerBuilder("deploy.txt");
        builder.type = "local";
        job.getBuildersList().add(builder);
    }

    @Test
    @DisplayName("the classic pages of job, build and run link to the runs of the job")
    void classicPages() throws Exception {
        jenkins.buildAndAssertStatus(Result.FAILURE, job);

        assertThat(alice.get("job/deploy/").body()).containsPattern(RUNS_OF_JOB);
        assertThat(alice.get("job/deploy/1/").body()).containsPattern(RUNS_OF_JOB);
        assertThat(alice.get("job/deploy/1/tasker/1/").body()).containsPattern(RUNS_OF_JOB);
    }

    @Test
    @DisplayName("the new pages of job, build and run link to the runs of the job, the job page once")
    void newPages() throws Exception {
        jenkins.buildAndAssertStatus(Result.FAILURE, job);
        User.getById("alice", true)
                .addProperty(new UserExperimentalFlagsProperty(Map.of(
                        NewJobPageUserExperimentalFlag.class.getName(), "true",
                        NewBuildPageUserExperimentalFlag.class.getName(), "true")));

        assertThat(alice.get("job/deploy/").body().split(RUNS_OF_JOB, -1)).hasSize(2);
        assertThat(alice.get("job/deploy/1/").body()).containsPattern(RUNS_OF_JOB);
        assertThat(alice.get("job/deploy/1/tasker/1/").body()).containsPattern(RUNS_OF_JOB);
    }

    @Test
    @DisplayName("the link to the runs of a job stays when later builds run no task file")
    void linkStays() throws Exception {
        jenkins.buildAndAssertStatus(Result.FAILURE, job);
        job.getBuildersList().clear();
        job.getBuildersList().add(new FailureBuilder());
        for (int build = 2; build <= 5; build++) {
            jenkins.buildAndAssertStatus(Result.FAILURE, job);
        }

        assertThat(alice.get("job/deploy/").body()).containsPattern(RUNS_OF_JOB);
        assertThat(alice.get("job/deploy/tasker/").body()).contains("deploy.txt");
    }

    @Test
    @DisplayName("15.9 the Resume button shows the new build as soon as it has started")
    void resumeShowsTheBuild() throws Exception {
        jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.jenkins.setNumExecutors(0);

        HttpResponse<String> answer = alice.submit("job/deploy/1/tasker/1/resume?startFrom=1");

        assertThat(answer.statusCode()).isEqualTo(302);
        String scheduled = answer.headers().firstValue("Location").orElseThrow();
        assertThat(scheduled).matches(".*/job/deploy/1/tasker/1/scheduled/[0-9]+/");
        String page = scheduled.substring(scheduled.indexOf("job/"));
        HttpResponse<String> waiting = alice.get(page);
        assertThat(waiting.body()).contains("has not started");
        assertThat(waiting.headers().firstValue("Refresh")).contains("1");

        jenkins.jenkins.setNumExecutors(2);
        jenkins.waitUntilNoActivity();
        assertThat(alice.get(page).headers().firstValue("Location").orElse("")).endsWith("/job/deploy/2/");
        assertThat(alice.get("job/deploy/1/tasker/1/scheduled/99999/").statusCode())
                .isEqualTo(404);
        assertThat(alice.get("job/deploy/1/tasker/1/scheduled/x/").statusCode()).isEqualTo(404);
    }
}
