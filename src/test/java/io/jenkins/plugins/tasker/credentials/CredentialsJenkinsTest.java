package io.jenkins.plugins.tasker.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.FilePath;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.PasswordParameterDefinition;
import hudson.model.Result;
import hudson.util.Secret;
import io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CredentialsJenkinsTest {

    private static final String SECRET = "hunter2-\"s3cr et";

    private JenkinsRule jenkins;

    @BeforeEach
    void create(JenkinsRule rule) throws Exception {
        jenkins = rule;
        jenkins.createSlave("agent", "agent", null);
        TaskerConfiguration.get().setDefaultType("local");
        store(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "password", "", "joe", SECRET));
        store(new StringCredentialsImpl(CredentialsScope.GLOBAL, "text", "", Secret.fromString(SECRET)));
        store(new FileCredentialsImpl(
                CredentialsScope.GLOBAL,
                "file",
                "",
                "settings",
                SecretBytes.fromBytes(SECRET.getBytes(StandardCharsets.UTF_8))));
        store(new BasicSSHUserPrivateKey(
                CredentialsScope.GLOBAL,
                "key",
                "joe",
                new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(SECRET),
                null,
                ""));
        store(new StringCredentialsImpl(CredentialsScope.SYSTEM, "system", "", Secret.fromString(SECRET)));
    }

    private static void store(Credentials credential) throws IOException {
        SystemCredentialsProvider.getInstance().getCredentials().add(credential);
        SystemCredentialsProvider.getInstance().save();
    }

    @Test
    void formShouldKeepWhatTheAdministratorSays() throws Exception {
        TaskerConfiguration configuration = TaskerConfiguration.get();
        ExecutionTypeConfiguration sudo = new ExecutionTypeConfiguration("sudo");
        sudo.setRun("sudo -n {command} {arguments}");
        sudo.setTest("sudo -n true");
        sudo.setFallback("doas");
        sudo.setQuoting("posix");
        sudo.setCredentialsId("text");
        ExecutionTypeConfiguration off = new ExecutionTypeConfiguration("p7s");
        off.setAllowed(false);
        configuration.setExecutionTypes(List.of(sudo, off));
        configuration.setDefaultTimeout(60);
        configuration.setMaxTimeout(900);
        configuration.setMaxParallel(10);
        configuration.setMaxTasks(100);
        configuration.setAgentReconnectTimeout(30);

        jenkins.configRoundtrip();

        assertThat(configuration.getExecutionTypes())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(sudo, off);
        assertThat(configuration)
                .returns("local", TaskerConfiguration::getDefaultType)
                .returns(60, TaskerConfiguration::getDefaultTimeout)
                .returns(900, TaskerConfiguration::getMaxTimeout)
                .returns(10, TaskerConfiguration::getMaxParallel)
                .returns(100, TaskerConfiguration::getMaxTasks)
                .returns(30, TaskerConfiguration::getAgentReconnectTimeout);
    }

    @Test
    void secretOfEachKindShouldReachCommandsAndBeSeenNowhere() throws Exception {
        kind("password", "\"$TASKER_PASSWORD\"");
        kind("text", "\"$TASKER_SECRET\"");
        kind("file", "\"$(cat \"$TASKER_SECRET_FILE\")\"");
        kind("key", "\"$(cat \"$TASKER_KEY_FILE\")\"");

        Path agent = Path.of(jenkins.jenkins.getNode("agent").getRootPath().getRemote());
        try (Stream<Path> files = Files.walk(agent)) {
            assertThat(files).noneMatch(file -> file.toString().contains("@tmp/tasker-"));
        }
    }

    private void kind(String id, String secret) throws Exception {
        WorkflowRun build = run(
                Result.SUCCESS,
                "writeFile file: 'deploy.txt', text: '''task=0\nhostname=h\ncommand=sh -c"
                        + " \\'printf %s " + secret + " > got; cat got; cat got >&2\\'\n'''\n"
                        + "def result = taskerRun file: 'deploy.txt', stream: true, logLevel: 'DEBUG',"
                        + " credentials: [[type: 'local', credentialsId: '" + id + "']]\n"
                        + "echo result.tasks['0'].stdout");

        FilePath workspace = jenkins.jenkins.getNode("agent").getWorkspaceFor(build.getParent());
        assertThat(workspace.child("got").readToString()).isEqualTo(SECRET);
        jenkins.assertLogContains("STDOUT: ****", build);
        assertNotSeen(build);
    }

    @Test
    void passwordAmongTheParametersOfABuildShouldBeHidden() throws Exception {
        WorkflowJob job = job(
                "writeFile file: 'deploy.txt', text: 'task=0\\nhostname=h\\ncommand=printenv\\narguments=DB_PASSWORD\\n'\n"
                        + "taskerRun 'deploy.txt'");
        job.addProperty(new ParametersDefinitionProperty(new PasswordParameterDefinition("DB_PASSWORD", SECRET, "")));

        WorkflowRun build = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("STDOUT: ****", build);
        assertNotSeen(build);
    }

    @Test
    void credentialThatCannotBeUsedShouldFailTheBuildBeforeAnythingRan() throws Exception {
        refused("local", "missing", "the credential 'missing' for execution type 'local' does not exist for this job");
        refused("local", "system", "the credential 'system' for execution type 'local' does not exist for this job");
        refused("ssh", "text", "is of a kind that does not support login");
        refused("telnet", "text", "execution type 'telnet' is not known");
    }

    private void refused(String type, String id, String message) throws Exception {
        WorkflowRun build = run(
                Result.FAILURE,
                "writeFile file: 'deploy.txt', text: 'task=0\\nhostname=h\\ncommand=touch started\\n'\n"
                        + "taskerRun file: 'deploy.txt', credentials: [[type: '" + type + "', credentialsId: '" + id
                        + "']]");

        jenkins.assertLogContains(message, build);
        jenkins.assertLogNotContains("Executing", build);
    }

    @Test
    void useOfACredentialShouldBeNoted() throws Exception {
        WorkflowRun build = run(
                Result.SUCCESS,
                "writeFile file: 'deploy.txt', text: 'task=0\\nhostname=h\\ncommand=true\\n'\n"
                        + "taskerRun file: 'deploy.txt', credentials: [[type: 'local', credentialsId: 'text']]");

        Credentials text =
                SystemCredentialsProvider.getInstance().getCredentials().get(1);
        assertThat(CredentialsProvider.getOrCreateFingerprintOf(text).getJobs())
                .contains(build.getParent().getFullName());
    }

    private void assertNotSeen(WorkflowRun build) throws IOException {
        try (Stream<Path> files = Files.walk(build.getRootDir().toPath())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .as(file.toString())
                        .doesNotContain("s3cr et");
            }
        }
    }

    private WorkflowRun run(Result expected, String script) throws Exception {
        return jenkins.buildAndAssertStatus(expected, job(script));
    }

    private WorkflowJob job(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node('agent') {\n" + script + "\n}", true));
        return job;
    }
}
