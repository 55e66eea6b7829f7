package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.process.CommandMark;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands on an agent of this machine over a connection that tests can cut. */
abstract class RunsOnAgent {

    static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path workspace;

    @TempDir
    Path temporary;

    final List<String> console = new CopyOnWriteArrayList<>();
    final AtomicInteger ids = new AtomicInteger();
    WiredAgent agent;
    AgentCommandRunner runner;
    Path control;

    @BeforeEach
    void connect() throws Exception {
        control = temporary.resolve("tasker-" + CommandMark.next());
        agent = new WiredAgent(workspace, control, Map.of("GREETING", "a $b 'c'"));
        runner = runner(Duration.ofSeconds(30));
    }

    AgentCommandRunner runner(Duration reconnectTimeout) throws Exception {
        return new AgentCommandRunner(
                agent,
                SessionLimits.standard(reconnectTimeout),
                console::add,
                new ShownOutputLog(temporary.resolve("shown")));
    }

    /** Runs before a session opens; may wait. */
    interface BeforeOpening {
        void run() throws InterruptedException;
    }

    /** Returns a connection to the agent that opens sessions after an action. */
    AgentConnector connector(BeforeOpening action) {
        return new AgentConnector() {
            @Override
            public String name() {
                return agent.name();
            }

            @Override
            public Optional<VirtualChannel> channel() {
                return agent.channel();
            }

            @Override
            public OutputStream open(VirtualChannel channel, OutputStream reports)
                    throws IOException, InterruptedException {
                action.run();
                return agent.open(channel, reports);
            }
        };
    }

    AgentCommandRunner runner(AgentConnector connector) throws Exception {
        return new AgentCommandRunner(
                connector,
                SessionLimits.standard(Duration.ofSeconds(30)),
                console::add,
                new ShownOutputLog(temporary.resolve("shown")));
    }

    @AfterEach
    void disconnect() {
        runner.close();
        agent.close();
    }

    RunningCommand start(OutputListener listener, String... argv) {
        return runner.start(new Command(ids.incrementAndGet() + ".0", List.of(argv), LIMIT, Map.of(), ""), listener);
    }

    CommandResult run(String... argv) throws Exception {
        return start(OutputListener.NONE, argv).result().get();
    }

    static String text(Output output) throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = output.reader()) {
            reader.transferTo(text);
        }
        return text.toString();
    }
}
