package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ResumeBranchesJenkinsTest {

    @Test
    @DisplayName("15.9 each failed parallel branch resumes from its own task with its own results")
    void parallelBranches(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "deploy");
        String taskFile =
                ResumeJenkinsTest.FAILS_AT_FIRST.replace("from build @BUILD@", "from build @BUILD@ in @REGION@");
        job.setDefinition(new CpsFlowDefinition(
                String.join(
                        "\n",
                        "def branches = [:]",
                        "for (region in ['east', 'west']) {",
                        "  def name = region",
                        "  branches[name] = {",
                        "    node {",
                        "      writeFile file: 'deploy.txt', text: '''" + taskFile + "'''",
                        "      taskerRun file: 'deploy.txt', type: 'local',",
                        "          variables: [BUILD: env.BUILD_NUMBER, REGION: name]",
                        "    }",
                        "  }",
                        "}",
                        "parallel branches"),
                true));
        WorkflowRun first = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        List<RunEntry> runs = first.getAction(TaskerRunAction.class).entries();
        assertThat(runs).extracting(RunEntry::branch).containsExactlyInAnyOrder("east", "west");

        assertThat(new Visitor(jenkins.getURL(), "")
                        .post("job/deploy/1/tasker/2/resume")
                        .statusCode())
                .isEqualTo(201);

        jenkins.waitUntilNoActivity();
        WorkflowRun second = jenkins.assertBuildStatusSuccess(job.getBuildByNumber(2));
        jenkins.assertLogContains("task 0 came from build 1 in east", second);
        jenkins.assertLogContains("task 0 came from build 1 in west", second);
        jenkins.assertLogNotContains("Task 0: Executing", second);
    }
}
