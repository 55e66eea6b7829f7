package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.plugins.git.BranchSpec;
import hudson.plugins.git.GitSCM;
import hudson.plugins.git.UserRemoteConfig;
import io.jenkins.plugins.tasker.steps.TaskerBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Resumes a build although its repository has a newer commit. */
@WithJenkins
class ResumeAtCommitJenkinsTest {

    private static final String RUN =
            "taskerRun file: 'deploy.txt', type: 'local', variables: [BUILD: env.BUILD_NUMBER]";

    @TempDir
    private Path directory;

    private JenkinsRule jenkins;
    private Path app;

    @BeforeEach
    void create(JenkinsRule rule) throws Exception {
        jenkins = rule;
        GitSCM.ALLOW_LOCAL_CHECKOUT = true;
        app = repository("app");
        commit(app, "deploy.txt", ResumeJenkinsTest.FAILS_AT_FIRST + "\n# of the first commit\n");
    }

    @AfterEach
    void forbidLocalRepositories() {
        GitSCM.ALLOW_LOCAL_CHECKOUT = false;
    }

    @Test
    @DisplayName("a Freestyle job checks out the commit of the resumed build")
    void freestyle() throws Exception {
        FreeStyleProject job = newFreestyle();
        Run<?, ?> first = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        String commit = head(app);
        commit(app, "deploy.txt", "this is no task file");

        Run<?, ?> second = resume(first);

        jenkins.assertLogContains("Commit " + commit + " of " + app + " is checked out again", second);
        jenkins.assertLogContains("Task 2: STDOUT: task 0 came from build 1", second);
    }

    @Test
    @DisplayName("a Pipeline with its script in the repository checks out the commit of the resumed build")
    void pipelineFromScm() throws Exception {
        commit(app, "Jenkinsfile", "node {\n" + checkout(app) + "\n" + RUN + "\n}");
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "deploy");
        job.setDefinition(new CpsScmFlowDefinition(scm(), "Jenkinsfile"));
        Run<?, ?> first = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        commit(app, "deploy.txt", "this is no task file");
        commit(app, "Jenkinsfile", "this is no script");

        jenkins.assertLogContains("Task 2: STDOUT: task 0 came from build 1", resume(first));
    }

    @Test
    @DisplayName("each repository is checked out at its earlier commit, and a new repository at its newest one")
    void severalRepositories() throws Exception {
        Path library = repository("library");
        commit(library, "library.txt", "library one");
        Path fresh = repository("fresh");
        commit(fresh, "fresh.txt", "fresh one");
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "deploy");
        job.setDefinition(new CpsFlowDefinition(
                String.join(
                        "\n",
                        "node {",
                        "  dir('library') { " + checkout(library) + "; echo readFile('library.txt') }",
                        "  if (env.BUILD_NUMBER == '2') dir('fresh') {",
                        "    " + checkout(fresh) + "; echo readFile('fresh.txt')",
                        "  }",
                        "  " + checkout(app),
                        "  " + RUN,
                        "}"),
                true));
        Run<?, ?> first = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        commit(library, "library.txt", "library two");
        commit(fresh, "fresh.txt", "fresh two");
        commit(app, "deploy.txt", "this is no task file");

        Run<?, ?> second = resume(first);

        jenkins.assertLogContains("library one", second);
        jenkins.assertLogContains("fresh two", second);
        jenkins.assertLogContains("Task 2: STDOUT: task 0 came from build 1", second);
    }

    @Test
    @DisplayName("if the commit can no longer be fetched, no task starts, and the console names the commit")
    void goneCommit() throws Exception {
        FreeStyleProject job = newFreestyle();
        Run<?, ?> first = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        String commit = head(app);
        git(app, "checkout", "-q", "--orphan", "other");
        git(app, "commit", "-q", "-m", "rewritten");
        git(app, "branch", "-q", "-M", "main");
        job.doDoWipeOutWorkspace();

        schedule(first);

        Run<?, ?> second = jenkins.assertBuildStatus(Result.FAILURE, job.getBuildByNumber(2));
        jenkins.assertLogContains("commit " + commit + " can no longer be fetched", second);
        jenkins.assertLogNotContains("Executing", second);
    }

    private FreeStyleProject newFreestyle() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("deploy");
        job.setScm(scm());
        TaskerBuilder builder = new TaskerBuilder("deploy.txt");
        builder.type = "local";
        builder.setVariables(new HashMap<>(Map.of("BUILD", "${BUILD_NUMBER}")));
        job.getBuildersList().add(builder);
        return job;
    }

    private GitSCM scm() {
        return new GitSCM(
                List.of(new UserRemoteConfig(app.toString(), null, null, null)),
                List.of(new BranchSpec("*/main")),
                null,
                null,
                List.of());
    }

    private static String checkout(Path repository) {
        return "checkout scmGit(branches: [[name: '*/main']], userRemoteConfigs: [[url: '" + repository + "']])";
    }

    private Run<?, ?> resume(Run<?, ?> first) throws Exception {
        schedule(first);
        return jenkins.assertBuildStatusSuccess(first.getParent().getBuildByNumber(2));
    }

    private void schedule(Run<?, ?> first) throws Exception {
        Visitor visitor = new Visitor(jenkins.getURL(), "");
        assertThat(visitor.post(first.getUrl() + "tasker/1/resume?startFrom=1").statusCode())
                .as(JenkinsRule.getLog(first))
                .isEqualTo(201);
        jenkins.waitUntilNoActivity();
    }

    private Path repository(String name) throws Exception {
        Path repository = Files.createDirectory(directory.resolve(name));
        git(repository, "init", "-q", "-b", "main");
        return repository;
    }

    private void commit(Path repository, String file, String text) throws Exception {
        Files.writeString(repository.resolve(file), text);
        git(repository, "add", file);
        git(repository, "commit", "-q", "-m", file);
    }

    private String head(Path repository) throws Exception {
        return git(repository, "rev-parse", "HEAD").strip();
    }

    private static String git(Path repository, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=alice", "-c", "user.email=alice@h"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
