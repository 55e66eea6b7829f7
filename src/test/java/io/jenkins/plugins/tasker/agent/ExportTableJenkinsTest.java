package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.remoting.Channel;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.RunningCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jenkins.security.MasterToSlaveCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A session exports objects over the channel of its agent, and releases all of them. */
@WithJenkins
class ExportTableJenkinsTest {

    private static final int RUNS = 100;
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    /** Returns the export table of the channel on the side of the agent. */
    private static final class AgentTable extends MasterToSlaveCallable<String, IOException> {

        private static final long serialVersionUID = 1L;

        @Override
        public String call() throws IOException {
            return table(Channel.currentOrFail());
        }
    }

    private static String table(Channel channel) throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        channel.dumpExportTable(writer);
        writer.flush();
        return text.toString();
    }

    /** Number of exported objects, each of which has a line that starts with its number. */
    private static long objects(String table) {
        return table.lines().filter(line -> line.matches("#\\d+ \\(ref.*")).count();
    }

    @Test
    void runsShouldLeaveNoObjectInEitherExportTable(JenkinsRule jenkins) throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        Channel channel = (Channel) agent.getChannel();
        FilePath workspace = agent.getRootPath().child("workspace/deploy");
        workspace.mkdirs();
        run(workspace, 0);
        String controllerBefore = table(channel);
        String agentBefore = channel.call(new AgentTable());
        assertThat(objects(controllerBefore)).as(controllerBefore).isPositive();

        for (int i = 1; i <= RUNS; i++) {
            run(workspace, i);
        }

        long limit = System.nanoTime() + ENOUGH.toNanos();
        while (System.nanoTime() < limit
                && (objects(table(channel)) > objects(controllerBefore)
                        || objects(channel.call(new AgentTable())) > objects(agentBefore))) {
            Thread.sleep(20);
        }
        assertThat(objects(table(channel))).as(table(channel)).isLessThanOrEqualTo(objects(controllerBefore));
        assertThat(objects(channel.call(new AgentTable())))
                .as(channel.call(new AgentTable()))
                .isLessThanOrEqualTo(objects(agentBefore));
    }

    private void run(FilePath workspace, int number) throws Exception {
        try (AgentCommandRunner runner = new AgentCommandRunner(
                new SessionPlace(workspace, Map.of(), ContextLauncher.PLAIN, "exports-" + number),
                ENOUGH,
                text -> {},
                new ShownOutputLog(directory.resolve("shown" + number)))) {
            Command command = new Command("1.0", List.of("echo", "x"), ENOUGH, Map.of(), "");
            RunningCommand running = runner.start(command, (stream, text) -> {});
            assertThat(running.result().get().exitCode()).isZero();
        }
    }
}
