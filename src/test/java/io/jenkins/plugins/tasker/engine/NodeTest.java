package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs commands of the execution type that treats host names as nodes. */
class NodeTest {

    private final ScriptedRunner processes = new ScriptedRunner();
    private final List<Command> resumed = new ArrayList<>();
    private String linux = "web1";

    /** Resolves one label; every other name is the name of a node. */
    private final CommandRunner fleet = new CommandRunner() {
        @Override
        public RunningCommand start(Command command, OutputListener listener) {
            return processes.start(command, listener);
        }

        @Override
        public RunningCommand reattach(Command command, OutputListener listener) {
            resumed.add(command);
            return processes.start(command, listener);
        }

        @Override
        public String node(String hostname) {
            return hostname.equals("linux") ? linux : hostname;
        }
    };

    @Test
    @DisplayName("5.13 A command runs on the node of its host name, and that node is its host")
    void commandShouldRunOnTheNodeOfItsHostName() {
        Flow flow = Flow.of(
                        "0;hostname=linux;exec=agent;command=out;arguments=up",
                        "1;hostname=db1;exec=agent;command=out;arguments=@0_hostname@",
                        "2 out here")
                .on(fleet)
                .run();

        assertThat(processes.started).extracting(Command::node).containsExactly("web1", "db1", "");
        assertThat(processes.started.get(1).argv()).containsExactly("out", "web1");
        assertThat(flow.events)
                .filteredOn(RunEvent.TaskStarted.class::isInstance)
                .extracting(event -> ((RunEvent.TaskStarted) event).commandLine())
                .containsExactly("web1: out up", "db1: out web1", "out here");
    }

    @Test
    @DisplayName("5.9 A task does not start if a result makes its node name empty")
    void emptyNameShouldNotBeStarted() {
        Flow flow = Flow.of("0 out", "1;hostname=@0_stdout@;exec=agent;command=out")
                .on(fleet)
                .run();

        assertThat(processes.started).hasSize(1);
        assertThat(flow.events)
                .filteredOn(RunEvent.TaskEnded.class::isInstance)
                .extracting(event -> ((RunEvent.TaskEnded) event).result().exitCode())
                .containsExactly(0, 126);
    }

    @Test
    void continuedRunShouldReattachToACommandOnItsNode() {
        String[] tasks = {"0;hostname=linux;exec=agent;command=out;arguments=up"};
        List<RunEvent> events = Flow.of(tasks).on(fleet).run().events;
        int start = 0;
        while (!(events.get(start) instanceof RunEvent.TaskStarted)) {
            start++;
        }
        linux = "web2";

        Flow.of(tasks).on(fleet).continuing(events.subList(0, start + 1)).run();

        assertThat(resumed).extracting(Command::node).containsExactly("web1");
    }

    @Test
    @DisplayName("5.13 A label means the same node in the whole run, also after the run was cut off")
    void labelShouldMeanTheSameNodeInAContinuedRun() {
        String[] tasks = {"0;hostname=linux;exec=agent;command=out", "1;hostname=linux;exec=agent;command=out"};
        List<RunEvent> recorded = new ArrayList<>(Flow.of(tasks).on(fleet).run().events);
        recorded.removeIf(RunEvent.CommandEnded.class::isInstance);
        int end = 0;
        while (!(recorded.get(end) instanceof RunEvent.TaskEnded)) {
            end++;
        }
        processes.started.clear();
        linux = "web2";

        Flow.of(tasks).on(fleet).continuing(recorded.subList(0, end + 1)).run();

        assertThat(processes.started).extracting(Command::node).containsExactly("web1");
    }
}
