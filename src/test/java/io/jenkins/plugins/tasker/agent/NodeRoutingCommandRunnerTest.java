package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.process.CommandMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs real processes in one directory for each node. */
@Timeout(60)
class NodeRoutingCommandRunnerTest {

    @TempDir
    private Path directory;

    private final FakeNodes nodes =
            new FakeNodes().online("own", 0).online("w1", 1).online("w2", 0).offline("off");
    private final Map<String, WiredAgent> agents = new ConcurrentHashMap<>();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final CountDownLatch opening = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private AgentCommandRunner own;
    private NodeRoutingCommandRunner runner;

    @BeforeEach
    void create() throws Exception {
        own = open("own");
        runner = runner(Duration.ofSeconds(30));
        opened.clear();
    }

    private NodeRoutingCommandRunner runner(Duration reconnectTimeout) {
        return new NodeRoutingCommandRunner(own, "own", nodes, this::open, reconnectTimeout, text -> {});
    }

    private AgentCommandRunner open(String node) throws IOException, InterruptedException {
        opened.add(node);
        if (node.equals("slow")) {
            opening.countDown();
            answering.await();
        }
        if (node.equals("broken")) {
            throw new IOException("its disk is full");
        }
        Path workspace = Files.createDirectories(directory.resolve(node));
        Path temporary = Files.createDirectories(directory.resolve(node + "@tmp"));
        WiredAgent agent =
                new WiredAgent(workspace, temporary.resolve("tasker-" + CommandMark.next()), Map.of("NODE_NAME", node));
        agents.put(node, agent);
        return new AgentCommandRunner(
                agent,
                SessionLimits.standard(Duration.ofSeconds(30)),
                text -> {},
                new ShownOutputLog(directory.resolve("shown")));
    }

    @AfterEach
    void close() {
        answering.countDown();
        runner.close();
        own.close();
        agents.values().forEach(WiredAgent::close);
    }

    @Test
    void commandShouldRunOnTheNodeThatItNames() throws Exception {
        assertThat(run("w1", "sh", "-c", "echo $NODE_NAME; pwd").stdout().head(1000))
                .isEqualTo("w1\n" + directory.resolve("w1").toRealPath() + "\n");
    }

    @Test
    void commandWithoutNodeAndOneForTheNodeOfTheBuildShouldRunInItsWorkspace() throws Exception {
        String workspace = directory.resolve("own").toRealPath() + "\n";

        assertThat(run("", "pwd").stdout().head(1000)).isEqualTo(workspace);
        assertThat(run("own", "pwd").stdout().head(1000)).isEqualTo(workspace);
        assertThat(opened).isEmpty();
    }

    @Test
    void commandsOfANodeShouldShareASession() throws Exception {
        run("w1", "true");
        run("w2", "true");
        run("w1", "true");

        assertThat(opened).containsExactly("w1", "w2");
    }

    @Test
    void offlineNodeShouldFailTheCommandWithTheRemedy() throws Exception {
        CommandResult result = run("off", "true");

        assertThat(result.exitCode()).isEqualTo(126);
        assertThat(result.stderr().head(1000))
                .startsWith("not started: node off: the node is offline; bring it online");
        assertThat(opened).isEmpty();
    }

    @Test
    void nodeWithRevokedPermissionShouldFailTheCommand() throws Exception {
        nodes.forbidden("w1");

        CommandResult result = run("w1", "true");

        assertThat(result.exitCode()).isEqualTo(126);
        assertThat(result.stderr().head(1000))
                .contains("the build runs as alice, who has no permission to use the node");
        assertThat(opened).isEmpty();
    }

    @Test
    void nextCommandShouldOpenASessionAgainAfterAFailure() throws Exception {
        nodes.online("broken", 0);

        assertThat(run("broken", "true").stderr().head(1000))
                .startsWith(
                        "not started: node broken: no session can be opened there (its disk is full); see in Manage");
        run("broken", "true");

        assertThat(opened).containsExactly("broken", "broken");
    }

    @Test
    void commandShouldEndBeforeItsNodeHasAnswered() throws Exception {
        nodes.online("slow", 0);
        RunningCommand waiting = runner.start(command("slow", "touch", "started"), OutputListener.NONE);
        opening.await();

        waiting.terminate();

        assertThat(waiting.result().get().exitCode()).isEqualTo(126);
        answering.countDown();
        run("slow", "true");
        assertThat(directory.resolve("slow/started")).doesNotExist();
    }

    @Test
    void runningCommandShouldBeEndedOnItsNode() throws Exception {
        RunningCommand running =
                runner.start(command("w1", "sh", "-c", "echo up > started; sleep 60"), (stream, text) -> {});
        while (!Files.exists(directory.resolve("w1/started"))) {
            TimeUnit.MILLISECONDS.sleep(10);
        }

        running.kill();

        assertThat(running.result().get().exitCode()).isEqualTo(137);
    }

    @Test
    void commandShouldBeReattachedWhenItsNodeIsOnlineAgain() throws Exception {
        CountDownLatch looked = new CountDownLatch(2);
        nodes.whenLookedAt(looked::countDown);
        RunningCommand known = runner.reattach(command("off", "pwd"), OutputListener.NONE);
        looked.await();

        nodes.online("off", 0);

        // no earlier process had a session on the node, so the result is unknown
        assertThat(known.result())
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(UnknownEndException.class);
        assertThat(opened).containsExactly("off");
    }

    @Test
    @DisplayName("5.13 A node that takes no more work keeps the commands that it runs, and gets no new ones")
    void refusingNode() throws Exception {
        nodes.refusing("w1", "it accepts no new tasks");

        RunningCommand known = runner.reattach(command("w1", "pwd"), OutputListener.NONE);
        assertThat(known.result())
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(UnknownEndException.class);
        assertThat(opened).containsExactly("w1");

        nodes.refusing("w2", "it accepts no new tasks");
        CommandResult result = run("w2", "true");
        assertThat(result.exitCode()).isEqualTo(126);
        assertThat(result.stderr().head(1000)).contains("Jenkins starts no work of this build on the node");
    }

    @Test
    void abortedRunShouldNotWaitForANode() {
        RunningCommand known = runner.reattach(command("off", "true"), OutputListener.NONE);

        runner.abandon();

        assertThat(known.result())
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(UnknownEndException.class)
                .withMessageContaining("node off: the node is offline");
    }

    private CommandResult run(String node, String... argv) throws Exception {
        return runner.start(command(node, argv), OutputListener.NONE).result().get();
    }

    private static Command command(String node, String... argv) {
        return new Command("c-" + System.nanoTime(), List.of(argv), Duration.ofSeconds(30), Map.of(), node);
    }
}
