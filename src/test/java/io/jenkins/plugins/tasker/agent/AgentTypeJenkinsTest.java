package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Computer;
import hudson.model.Item;
import hudson.model.Node;
import hudson.model.Queue;
import hudson.model.Result;
import hudson.model.User;
import hudson.model.queue.CauseOfBlockage;
import hudson.slaves.DumbSlave;
import hudson.slaves.NodeProperty;
import hudson.slaves.OfflineCause;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockQueueItemAuthenticator;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.springframework.security.core.Authentication;

/** The execution type {@code agent}: host names are nodes of Jenkins (rule 5.13). */
@WithJenkins
class AgentTypeJenkinsTest {

    private JenkinsRule jenkins;
    private DumbSlave web1;
    private DumbSlave web2;

    @BeforeEach
    void create(JenkinsRule rule) throws Exception {
        jenkins = rule;
        web1 = jenkins.createOnlineSlave(Jenkins.get().getLabelAtom("web"));
        web2 = jenkins.createOnlineSlave(Jenkins.get().getLabelAtom("web"));
    }

    @Test
    void oneTaskFileShouldFanOutOverNodes() throws Exception {
        WorkflowRun build = run(
                Result.SUCCESS,
                "task=0",
                "type=parallel",
                "tasks=1,2,3",
                task(1, web1.getNodeName()),
                task(2, web2.getNodeName()),
                task(3, "built-in"));

        for (String node : List.of(web1.getNodeName(), web2.getNodeName(), "built-in")) {
            jenkins.assertLogContains("[agent]: " + node + ": sh -c", build);
            jenkins.assertLogContains("node " + node + " of build " + build.getNumber() + " in ", build);
        }
        jenkins.assertLogContains(
                web1.getWorkspaceFor((WorkflowJob) build.getParent()).getRemote(), build);
    }

    @Test
    void labelShouldSelectOneNodeForTheWholeRun() throws Exception {
        web1.toComputer().setTemporarilyOffline(true, new OfflineCause.ByCLI("maintenance"));

        WorkflowRun build = run(Result.SUCCESS, task(0, "web && !other"), task(1, "web && !other"));

        jenkins.assertLogContains("Label web && !other: node " + web2.getNodeName() + " in this run", build);
        jenkins.assertLogContains("Task 1: STDOUT: node " + web2.getNodeName(), build);
    }

    @Test
    void unusableNodesShouldFailTheBuildBeforeAnyTaskRuns() throws Exception {
        web1.toComputer().setTemporarilyOffline(true, new OfflineCause.ByCLI("maintenance"));

        WorkflowRun build =
                run(Result.FAILURE, task(0, web2.getNodeName()), task(1, web1.getNodeName()), task(2, "nolabel"));

        jenkins.assertLogContains("Node " + web1.getNodeName() + ": the node is offline; bring it online", build);
        jenkins.assertLogContains("Node nolabel: no node of Jenkins has this name or label", build);
        jenkins.assertLogContains("ended with exit code 60", build);
        jenkins.assertLogNotContains("Executing", build);
    }

    @Test
    void builtInNodeWithoutExecutorsShouldNotBeFound() throws Exception {
        jenkins.jenkins.setNumExecutors(0);

        WorkflowRun build = run(Result.FAILURE, task(0, "built-in"));

        jenkins.assertLogContains("Node built-in: no node of Jenkins has this name or label", build);
    }

    @Test
    void buildShouldUseOnlyNodesThatItsUserHasPermissionFor() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, Item.BUILD)
                .everywhere()
                .to("alice")
                .grant(Computer.BUILD)
                .onRoot()
                .to("alice")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "fleet");
        Authentication alice = User.getById("alice", true).impersonate2();
        QueueItemAuthenticatorConfiguration.get()
                .getAuthenticators()
                .add(new MockQueueItemAuthenticator().authenticate("fleet", alice));

        job.setDefinition(definition(web1.getNodeName(), task(0, web1.getNodeName())));
        jenkins.assertBuildStatusSuccess(job.scheduleBuild2(0));
        // the strategy grants on nodes what it grants on the root
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, Item.BUILD)
                .everywhere()
                .to("alice"));
        JenkinsNodes nodes = new JenkinsNodes(job, alice, jenkins.createTaskListener());

        assertThat(nodes.user()).isEqualTo("alice");
        assertThat(nodes.named(web1.getNodeName()).orElseThrow().permitted()).isFalse();
        assertThat(nodes.matching("web")).noneMatch(NodeState::permitted);
    }

    @Test
    @DisplayName("5.13 A node whose properties refuse the build is not used")
    void reservedNode() throws Exception {
        web1.getNodeProperties().add(new Reserved());

        WorkflowRun build = run(Result.FAILURE, task(0, web1.getNodeName()));
        jenkins.assertLogContains(
                "Node " + web1.getNodeName()
                        + ": Jenkins starts no work of this build on the node: reserved for releases",
                build);
        jenkins.assertLogContains(
                "Label web: node " + web2.getNodeName() + " in this run", run(Result.SUCCESS, task(0, "web")));
    }

    /** As the property of a plugin that restricts jobs. */
    public static final class Reserved extends NodeProperty<Node> {

        @Override
        public CauseOfBlockage canTake(Queue.BuildableItem item) {
            return new CauseOfBlockage() {
                @Override
                public String getShortDescription() {
                    return "reserved for releases";
                }
            };
        }
    }

    private static String task(int id, String host) {
        return "task=" + id + "\nhostname=" + host + "\nexec=agent\ncommand=sh\n"
                + "arguments=-c \"echo node $NODE_NAME of build $BUILD_NUMBER in $(pwd)\"";
    }

    private WorkflowRun run(Result expected, String... lines) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(definition(web2.getNodeName(), lines));
        return jenkins.assertBuildStatus(expected, job.scheduleBuild2(0));
    }

    private static CpsFlowDefinition definition(String node, String... lines) throws Exception {
        return new CpsFlowDefinition(
                "node('" + node + "') {\n writeFile file: 'deploy.txt', text: '''" + String.join("\n", lines)
                        + "\n'''\n taskerRun 'deploy.txt'\n}",
                true);
    }
}
