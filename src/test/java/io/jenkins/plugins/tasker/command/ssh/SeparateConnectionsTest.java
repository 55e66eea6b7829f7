package io.jenkins.plugins.tasker.command.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.Connection;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Decisions about connections, with a runner whose commands end when the test ends them. */
class SeparateConnectionsTest {

    private static final List<String> CONNECTION = List.of("ssh", "-i", "key", "web1");

    private final List<Started> started = new ArrayList<>();
    private final SharedConnections connections = new SharedConnections(new Runner(), true);

    private record Started(Command command, CompletableFuture<CommandResult> result) implements RunningCommand {

        void end(int exitCode) {
            result.complete(new CommandResult(exitCode, false, Output.EMPTY, Output.EMPTY, Duration.ZERO));
        }

        @Override
        public void terminate() {
            end(143);
        }

        @Override
        public void kill() {
            end(137);
        }

        boolean isMaster() {
            return command.argv().contains("-M");
        }

        boolean isSharing() {
            return command.argv().contains("ControlMaster=no");
        }
    }

    private final class Runner implements CommandRunner {

        @Override
        public RunningCommand start(Command command, OutputListener listener) {
            Started next = new Started(command, new CompletableFuture<>());
            started.add(next);
            return next;
        }
    }

    private RunningCommand start(List<String> connection, Map<String, String> environment) {
        List<String> argv = new ArrayList<>(connection);
        argv.add("true");
        Command command = new Command("", argv, Duration.ofSeconds(30), environment, "");
        return connections.start(command.over(Optional.of(new Connection(connection, true))), OutputListener.NONE);
    }

    private long masters() {
        return started.stream().filter(Started::isMaster).count();
    }

    @Test
    @DisplayName("5.14 commands with other key files, users or secrets share no connection")
    void separatesCredentials() {
        start(CONNECTION, Map.of());
        start(CONNECTION, Map.of());
        assertThat(masters()).isEqualTo(1);
        start(List.of("ssh", "-i", "other", "web1"), Map.of());
        start(CONNECTION, Map.of("SSH_ASKPASS", "a"));
        start(CONNECTION, Map.of("SSH_ASKPASS", "b"));
        assertThat(masters()).isEqualTo(4);
    }

    @Test
    @DisplayName("5.14 commands wait for the connection that another one opens")
    void waitsForMaster() {
        start(CONNECTION, Map.of());
        start(CONNECTION, Map.of());
        assertThat(started).hasSize(1);
        started.get(0).end(0);
        assertThat(started).hasSize(3).filteredOn(Started::isSharing).hasSize(2);
    }

    @Test
    @DisplayName("5.14 if a connection cannot be opened, commands open their own, and the run does not try again")
    void fallsBack() {
        start(CONNECTION, Map.of());
        started.get(0).end(255);
        start(CONNECTION, Map.of());
        assertThat(masters()).isEqualTo(1);
        assertThat(started).hasSize(3).noneMatch(Started::isSharing);
    }

    @Test
    @DisplayName("5.14 a command that is terminated while it waits for its connection never starts")
    void endsWhileWaiting() {
        RunningCommand waiting = start(CONNECTION, Map.of());
        waiting.terminate();
        started.get(0).end(0);
        assertThat(waiting.result().join().exitCode()).isEqualTo(143);
        assertThat(started).hasSize(1);
    }

    @Test
    @DisplayName("5.14 the eleventh command at a time opens its own connection")
    void limitsSessions() {
        for (int i = 0; i < 11; i++) {
            start(CONNECTION, Map.of());
        }
        assertThat(started).hasSize(2).noneMatch(Started::isSharing);
        started.get(0).end(0);
        assertThat(started).filteredOn(Started::isSharing).hasSize(10);
        started.get(2).end(0);
        start(CONNECTION, Map.of());
        assertThat(started).filteredOn(Started::isSharing).hasSize(11);
    }
}
