package io.jenkins.plugins.tasker.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.Run;
import hudson.tasks.junit.TestResultAction;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class TaskerRunStepJenkinsTest {

    private JenkinsRule jenkins;
    private final TaskerRunStep step = new TaskerRunStep("deploy.txt");

    @BeforeEach
    void create(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void formShouldKeepEveryField() throws Exception {
        fill();

        assertThat(new StepConfigTester(jenkins).configRoundTrip(step).settings())
                .isEqualTo(step.settings());
    }

    @Test
    void formShouldKeepDefaults() throws Exception {
        assertThat(new StepConfigTester(jenkins).configRoundTrip(step).settings())
                .isEqualTo(new TaskerRunStep("deploy.txt").settings());
    }

    @Test
    void snippetGeneratorShouldWriteWhatIsNotDefault() throws Exception {
        SnippetizerTester snippets = new SnippetizerTester(jenkins);

        snippets.assertRoundTrip(step, "taskerRun 'deploy.txt'");
        step.timeout = "60";
        step.setVariables(Map.of("A", "it's"));
        step.junit = false;
        snippets.assertRoundTrip(
                step, "taskerRun file: 'deploy.txt', junit: false, timeout: '60', variables: [A: 'it\\'s']");
    }

    private void fill() {
        step.project = "payments";
        step.type = "local";
        step.timeout = "60";
        step.startFrom = "5";
        step.logLevel = "DEBUG";
        step.setVariables(Map.of("A", "1=2", "B", ""));
        step.connectionTest = true;
        step.dryRun = true;
        step.failOnError = false;
        step.junit = false;
        step.showPlan = true;
        step.skipHostValidation = true;
        step.skipTaskValidation = true;
        step.stream = true;
        step.strictGaps = true;
        step.validateOnly = true;
    }

    @Test
    void tasksShouldRunOnTheAgent() throws Exception {
        jenkins.createSlave("agent", "agent", null);

        WorkflowRun build = run(
                Result.SUCCESS,
                "node('agent') {",
                "  writeFile file: 'deploy.txt', text: '''task=0\nhostname=h\ncommand=pwd\ntask=1\nhostname=h\ncommand=echo second\n'''",
                "  taskerRun file: 'deploy.txt', type: 'local'",
                "}");

        jenkins.assertLogContains("Task 0: Executing [local]: pwd", build);
        jenkins.assertLogContains("Task 1: STDOUT: second", build);
        assertThat(build.getArtifacts()).extracting(Run.Artifact::getFileName).anyMatch(name -> name.endsWith(".log"));
        assertThat(build.getAction(TestResultAction.class).getTotalCount()).isEqualTo(2);
    }

    @Test
    void scriptShouldReadWhatTheRunLeft() throws Exception {
        WorkflowRun build = run(
                Result.UNSTABLE,
                "node {",
                "  writeFile file: 'deploy.txt', text: '''task=0\nhostname=web1\ncommand=echo out\ntask=1\nhostname=web1\ncommand=sh -c 'exit 7'\nreturn=5\n'''",
                "  def run = taskerRun file: 'deploy.txt', type: 'local', failOnError: false",
                "  echo \"${run.success} ${run.exitCode} ${run.finalTask} ${run.tasks['0'].stdout}\"",
                "  echo \"${run.tasks['1'].exitCode} on ${run.tasks['1'].hostname}\"",
                "}");

        jenkins.assertLogContains("false 5 1 out", build);
        jenkins.assertLogContains("7 on web1", build);
    }

    @Test
    void failedRunShouldFailTheStepAndSayWhy() throws Exception {
        WorkflowRun build = run(
                Result.FAILURE,
                "node {",
                "  writeFile file: 'deploy.txt', text: '''task=0\nhostname=web1\ncommand=sh -c 'exit 7'\nnext=exit_0\n'''",
                "  taskerRun file: 'deploy.txt', type: 'local'",
                "}");

        jenkins.assertLogContains("deploy.txt ended with exit code 14", build);
        jenkins.assertLogContains("Task 0 on web1: exit code 7, command: sh -c exit 7", build);
    }

    @Test
    void stepOutsideNodeShouldSayWhatIsMissing() throws Exception {
        WorkflowRun build = run(Result.FAILURE, "taskerRun 'deploy.txt'");

        jenkins.assertLogContains(
                "Perhaps you forgot to surround the taskerRun step with a step that provides this, such as: node",
                build);
    }

    @Test
    void linksShouldNotBeSeenInThePlainLog() throws Exception {
        WorkflowRun build = run(
                Result.SUCCESS,
                "node {",
                "  writeFile file: 'deploy.txt', text: '''task=0\nhostname=h\ncommand=true\n'''",
                "  taskerRun file: 'deploy.txt', type: 'local'",
                "}");
        JenkinsRule.WebClient browser = jenkins.createWebClient();

        assertThat(browser.goTo(build.getUrl() + "consoleText", "text/plain")
                        .getWebResponse()
                        .getContentAsString())
                .contains("[INFO] Task 0: Exit code: 0")
                .doesNotContain("\u001b");
        assertThat(browser.goTo(build.getUrl() + "console").getWebResponse().getContentAsString())
                .contains("/" + build.getUrl() + "tasker/1/#task-0.0.0.0");
    }

    private WorkflowRun run(Result result, String... script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(String.join("\n", script), true));
        return jenkins.buildAndAssertStatus(result, job);
    }
}
