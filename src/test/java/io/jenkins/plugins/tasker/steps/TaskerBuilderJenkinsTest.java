package io.jenkins.plugins.tasker.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.StringParameterDefinition;
import hudson.tasks.Builder;
import hudson.tasks.junit.TestResultAction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class TaskerBuilderJenkinsTest {

    private JenkinsRule jenkins;
    private FreeStyleProject project;
    private final TaskerBuilder builder = new TaskerBuilder("deploy.txt");

    @BeforeEach
    void create(JenkinsRule rule) throws Exception {
        jenkins = rule;
        project = rule.createFreeStyleProject("deploy");
        project.getBuildersList().add(builder);
        builder.type = "local";
    }

    @Test
    void formShouldKeepEveryField() throws Exception {
        builder.project = "payments";
        builder.timeout = "60";
        builder.startFrom = "5";
        builder.logLevel = "DEBUG";
        builder.setVariables(new HashMap<>(Map.of("A", "1=2", "B", "")));
        builder.connectionTest = true;
        builder.dryRun = true;
        builder.failOnError = false;
        builder.junit = false;
        builder.showPlan = true;
        builder.skipHostValidation = true;
        builder.skipTaskValidation = true;
        builder.stream = true;
        builder.strictGaps = true;
        builder.validateOnly = true;

        assertThat(savedByForm().settings()).isEqualTo(builder.settings());
    }

    @Test
    void formShouldKeepDefaults() throws Exception {
        builder.type = "";

        assertThat(savedByForm().settings()).isEqualTo(new TaskerBuilder("deploy.txt").settings());
    }

    private TaskerBuilder savedByForm() throws Exception {
        FreeStyleProject saved = jenkins.configRoundtrip(project);
        return saved.getBuildersList().get(TaskerBuilder.class);
    }

    @Test
    void configurationWrittenByHandShouldHaveDefaults() throws Exception {
        String xml = "<project><builders><io.jenkins.plugins.tasker.steps.TaskerBuilder><file>deploy.txt</file>"
                + "</io.jenkins.plugins.tasker.steps.TaskerBuilder></builders></project>";
        FreeStyleProject written = (FreeStyleProject) jenkins.jenkins.createProjectFromXML(
                "written", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        assertThat(written.getBuildersList().get(TaskerBuilder.class).settings())
                .isEqualTo(new TaskerBuilder("deploy.txt").settings());
    }

    @Test
    void builderShouldBeKnownByItsSymbol() {
        assertThat(SymbolLookup.get().findDescriptor(Builder.class, "taskerRun"))
                .isInstanceOf(TaskerBuilder.DescriptorImpl.class);
    }

    @Test
    void runShouldLeaveItsFilesAndTests() throws Exception {
        file("task=0\nhostname=h\ncommand=echo hello\ntask=1\nhostname=h\ncommand=false\n");
        builder.project = "payments";

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.UNSTABLE, project);

        jenkins.assertLogContains("Task 0: STDOUT: hello", build);
        assertThat(build.getArtifacts())
                .extracting(Run.Artifact::getFileName)
                .contains("project_payments_summary.log")
                .anyMatch(name -> name.matches("deploy_\\d{8}_\\d{6}\\.log"))
                .anyMatch(name -> name.endsWith(".txt"))
                .anyMatch(name -> name.endsWith(".html"))
                .noneMatch(name -> name.endsWith(".xml"));
        TestResultAction tests = build.getAction(TestResultAction.class);
        assertThat(tests.getTotalCount()).isEqualTo(2);
        assertThat(tests.getFailCount()).isEqualTo(1);
    }

    @Test
    void failedRunShouldNameTaskHostCommandAndExitCode() throws Exception {
        file("task=0\nhostname=web1\ncommand=sh -c 'exit 7'\nnext=exit_0\n");

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, project);

        jenkins.assertLogContains("ERROR: deploy.txt ended with exit code 14", build);
        jenkins.assertLogContains("Task 0 on web1: exit code 7, command: sh -c exit 7", build);
    }

    @Test
    void failedRunShouldMakeTheBuildUnstableIfWanted() throws Exception {
        file("task=0\nhostname=h\ncommand=true\nreturn=3\n");
        builder.failOnError = false;

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.UNSTABLE, project);

        jenkins.assertLogContains("The build is unstable: deploy.txt ended with exit code 3", build);
    }

    @Test
    void parametersOfTheBuildShouldCountInTexts() throws Exception {
        project.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("STAGE", "test")));
        file("STAGE=file\ntask=0\nhostname=h\ncommand=echo\narguments=@STAGE@\n");
        builder.setVariables(new HashMap<>(Map.of("STAGE", "in ${STAGE}")));

        jenkins.assertLogContains("STDOUT: in test", jenkins.buildAndAssertSuccess(project));
    }

    @Test
    @DisplayName("in a Pipeline, the build step fails before anything runs and names taskerRun")
    void pipeline() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "node { writeFile file: 'deploy.txt', text: 'task=0\\nhostname=h\\ncommand=true\\n'\n"
                        + "step([$class: 'TaskerBuilder', file: 'deploy.txt']) }",
                true));

        WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("write taskerRun 'FILE' in place of step(...)", build);
        jenkins.assertLogNotContains("Task 0", build);
    }

    @Test
    void missingFileShouldFailTheBuildBeforeAnythingRan() throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, project);

        jenkins.assertLogContains("deploy.txt does not exist; check the name and the directory", build);
    }

    private void file(String text) throws Exception {
        project.setScm(new SingleFileSCM("deploy.txt", text));
    }

    /** Job DSL accepts a value for such a parameter only if the value is an instance of its class. */
    @Test
    void variablesShouldAcceptTheMapsOfJobDsl() throws Exception {
        DescribableModel<TaskerBuilder> model = DescribableModel.of(TaskerBuilder.class);

        assertThat(model.getParameter("variables").getType().getActualType()).isEqualTo(HashMap.class);
        assertThat(model.instantiate(
                                Map.of("file", "deploy.txt", "variables", new LinkedHashMap<>(Map.of("LIMIT", 60))),
                                null)
                        .getVariables())
                .isEqualTo(Map.of("LIMIT", "60"));
    }
}
