package io.jenkins.plugins.tasker.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.FilePath;
import hudson.Launcher;
import hudson.LauncherDecorator;
import hudson.Proc;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.model.Node;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import hudson.tasks.BuildWrapper;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;

/** Wrappers of this class start processes in a container made of namespaces, as `docker exec` does. */
@WithJenkins
@DisplayName("Inside a block or wrapper that decorates the launcher")
class DecoratedLauncherJenkinsTest {

    private static final String FILE =
            "task=0\nhostname=h\ncommand=readlink /proc/self/ns/pid\ntask=1\nhostname=h\ncommand=printenv INSIDE\n"
                    + "task=2\nhostname=h\ncommand=cat /proc/1/comm | tr a-z A-Z\n";

    private JenkinsRule jenkins;
    private Process container;
    private long init;

    @BeforeEach
    void create(JenkinsRule rule) throws Exception {
        jenkins = rule;
        container =
                new ProcessBuilder("unshare", "--mount", "--pid", "--fork", "--mount-proc", "sleep", "1000").start();
        for (int i = 0; i < 100 && container.children().findFirst().isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assumeTrue(container.children().findFirst().isPresent(), "needs the permission to create namespaces");
        init = container.children().findFirst().orElseThrow().pid();
    }

    @AfterEach
    void end() {
        ProcessHandle.of(init).ifPresent(ProcessHandle::destroyForcibly);
        container.destroyForcibly();
    }

    /** Decorates as {@code withDockerContainer} does. */
    private static final class Enter extends LauncherDecorator implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String[] prefix;

        Enter(String... prefix) {
            this.prefix = prefix;
        }

        @Override
        public Launcher decorate(Launcher launcher, Node node) {
            return new Launcher.DecoratedLauncher(launcher) {
                @Override
                public Proc launch(Launcher.ProcStarter starter) throws IOException {
                    List<String> words = new ArrayList<>(List.of(prefix));
                    Set<String> variables = new TreeSet<>(Arrays.asList(starter.envs()));
                    words.addAll(List.of("env", "-i", "PATH=" + System.getenv("PATH"), "INSIDE=yes"));
                    words.addAll(variables);
                    starter.cmds().addAll(0, words);
                    return super.launch(starter);
                }
            };
        }
    }

    public static final class EnterStep extends Step {

        private final String prefix;

        @DataBoundConstructor
        public EnterStep(String prefix) {
            this.prefix = prefix;
        }

        public String getPrefix() {
            return prefix;
        }

        @Override
        public StepExecution start(StepContext context) {
            return new Execution(context, prefix);
        }

        private static final class Execution extends StepExecution {

            private static final long serialVersionUID = 1L;

            private final String prefix;

            Execution(StepContext context, String prefix) {
                super(context);
                this.prefix = prefix;
            }

            @Override
            public boolean start() throws Exception {
                getContext()
                        .newBodyInvoker()
                        .withContext(BodyInvoker.mergeLauncherDecorators(
                                getContext().get(LauncherDecorator.class), new Enter(prefix.split(" "))))
                        .withCallback(BodyExecutionCallback.wrap(getContext()))
                        .start();
                return false;
            }
        }

        @TestExtension
        public static final class DescriptorImpl extends StepDescriptor {

            @Override
            public String getFunctionName() {
                return "enter";
            }

            @Override
            public boolean takesImplicitBlockArgument() {
                return true;
            }

            @Override
            public Set<? extends Class<?>> getRequiredContext() {
                return Set.of();
            }
        }
    }

    public static final class EnterWrapper extends BuildWrapper {

        private final String prefix;

        public EnterWrapper(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public Launcher decorateLauncher(AbstractBuild build, Launcher launcher, BuildListener listener) {
            return new Enter(prefix.split(" ")).decorate(launcher, build.getBuiltOn());
        }

        @Override
        public Environment setUp(AbstractBuild build, Launcher launcher, BuildListener listener) {
            return new Environment() {};
        }

        @TestExtension
        public static final class DescriptorImpl extends Descriptor<BuildWrapper> {}
    }

    private String prefix() {
        return "nsenter --mount --pid --target " + init;
    }

    private WorkflowJob job(String... script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(String.join("\n", script), true));
        return job;
    }

    private static String write(String text) {
        return "  writeFile file: 'deploy.txt', text: '''" + text + "'''";
    }

    @Test
    @DisplayName("every command of a Pipeline's run starts there, with the variables of sh")
    void pipeline() throws Exception {
        jenkins.createSlave("agent", "agent", null);
        WorkflowRun build = jenkins.buildAndAssertStatus(
                Result.UNSTABLE,
                job(
                        "node('agent') {",
                        write(FILE),
                        "  enter('" + prefix() + "') {",
                        "    withEnv(['SHARED=a $b c']) {",
                        "      echo \"sh: ${sh(script: 'readlink /proc/self/ns/pid', returnStdout: true)}\"",
                        "      def run = taskerRun file: 'deploy.txt', type: 'local'",
                        "      echo \"task: ${run.tasks['0'].stdout}\"",
                        "      writeFile file: 'env.txt', text: '''task=0\nhostname=h\ncommand=env | sort | grep -v -e TASKER -e ^_= -e JENKINS_ -e ^PWD= -e OLDPWD -e SHLVL\n'''",
                        "      def other = taskerRun file: 'env.txt', type: 'local'",
                        "      def env = sh(script: 'set +x; env | sort | grep -v -e TASKER -e ^_= -e JENKINS_ -e ^PWD= -e OLDPWD -e SHLVL', returnStdout: true)",
                        "      echo(env.trim() == other.tasks['0'].stdout.trim() ? 'SAME' : \"${env}-----${other.tasks['0'].stdout}\")",
                        "    }",
                        "  }",
                        "  def outside = taskerRun file: 'deploy.txt', type: 'local'",
                        "}"));

        String namespace = java.nio.file.Files.readSymbolicLink(java.nio.file.Path.of("/proc/" + init + "/ns/pid"))
                .toString();
        jenkins.assertLogContains("sh: " + namespace, build);
        jenkins.assertLogContains("task: " + namespace, build);
        jenkins.assertLogContains("Task 1: STDOUT: yes", build);
        jenkins.assertLogContains("Task 2: STDOUT: SLEEP", build);
        jenkins.assertLogContains("SAME", build);
        // the run after the block
        jenkins.assertLogContains("Task 1 on h: exit code 1, command: printenv INSIDE", build);
    }

    @Test
    @DisplayName("every command of a Freestyle build's run starts there")
    void freestyle() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.setAssignedNode(agent);
        job.getBuildWrappersList().add(new EnterWrapper(prefix()));
        FilePath workspace = agent.getWorkspaceFor(job);
        workspace.child("deploy.txt").write(FILE, "UTF-8");
        TaskerBuilder builder = new TaskerBuilder("deploy.txt");
        builder.type = "local";
        job.getBuildersList().add(builder);

        hudson.model.FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains("Task 2: STDOUT: SLEEP", build);
        jenkins.assertLogContains("Task 1: STDOUT: yes", build);
    }

    @Test
    @DisplayName("an abort ends the commands")
    void abort() throws Exception {
        jenkins.createSlave("agent", "agent", null);
        WorkflowJob job = job(
                "node('agent') {",
                write("task=0\nhostname=h\ncommand=sleep 987\n"),
                "  enter('" + prefix() + "') { taskerRun file: 'deploy.txt', type: 'local' }",
                "}");
        WorkflowRun build = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Task 0: Executing", build);
        while (!isRunning("sleep 987")) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        build.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        assertThat(isRunning("sleep 987")).isFalse();
    }

    private static boolean isRunning(String command) {
        return ProcessHandle.allProcesses().anyMatch(process -> {
            String line = process.info().commandLine().orElse("");
            return line.endsWith(command) && !line.contains("sh");
        });
    }

    @Test
    @DisplayName("the step fails before anything runs where no shell can start, and names the wrapper")
    void noShell() throws Exception {
        jenkins.createSlave("agent", "agent", null);
        WorkflowRun build = jenkins.buildAndAssertStatus(
                Result.FAILURE,
                job(
                        "node('agent') {",
                        write(FILE),
                        "  enter('echo executable file not found:') { taskerRun file: 'deploy.txt', type: 'local' }",
                        "}"));

        jenkins.assertLogContains("commands cannot start through DecoratedLauncherJenkinsTest", build);
        jenkins.assertLogContains("executable file not found: env", build);
        jenkins.assertLogNotContains("Task 0: Executing", build);
    }
}
