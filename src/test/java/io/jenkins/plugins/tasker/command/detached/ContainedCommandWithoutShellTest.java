package io.jenkins.plugins.tasker.command.detached;

import static io.jenkins.plugins.tasker.command.Commands.text;
import static io.jenkins.plugins.tasker.command.detached.Shells.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Commands in a container, when their shell, their session or their container has ended")
class ContainedCommandWithoutShellTest extends RunsInContainer {

    @Test
    @DisplayName("a later session reattaches to a command that runs, and to one that has ended")
    void reattach() throws Exception {
        Command running = command("1", "sh", "-c", ": >up; while [ ! -e go ]; do sleep 0.1; done; echo done; exit 3");
        Command over = command("2", "sh", "-c", "echo over");
        ContainedCommandRunner first = runner();
        first.start(running, OutputListener.NONE);
        run(first, over);
        appeared("up");
        first.detach();
        try (ContainedCommandRunner second = runner()) {
            assertThat(text(end(second.reattach(over, OutputListener.NONE)).stdout()))
                    .isEqualTo("over\n");
            RunningCommand found = second.reattach(running, OutputListener.NONE);
            Files.createFile(directory.resolve("go"));
            assertThat(end(found).exitCode()).isEqualTo(3);
            assertThat(text(end(found).stdout())).isEqualTo("done\n");
        }
    }

    @Test
    @DisplayName("a later session ends a command that it has found")
    void endReattached() throws Exception {
        Command running = command("1", "sh", "-c", ": >up; exec sleep 60");
        ContainedCommandRunner first = runner();
        first.start(running, OutputListener.NONE);
        appeared("up");
        first.detach();
        try (ContainedCommandRunner second = runner()) {
            RunningCommand found = second.reattach(running, OutputListener.NONE);
            found.terminate();
            assertThat(end(found).exitCode()).isEqualTo(143);
        }
    }

    @Test
    @DisplayName("a command whose container was removed has an unknown end")
    void removedContainer() throws Exception {
        try (ContainedCommandRunner runner = runner()) {
            RunningCommand command = runner.start(command("1", "sh", "-c", ": >up; sleep 60"), OutputListener.NONE);
            appeared("up");
            container.close();
            assertThatThrownBy(() -> end(command))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownEndException.class);
        }
    }

    @Test
    @DisplayName("commands outlive a killed shell; the next command starts through another one")
    void killedShell() throws Exception {
        List<ShellLauncher.Shell> shells = new CopyOnWriteArrayList<>();
        ShellLauncher recorded = (argv, environment, place) -> {
            ShellLauncher.Shell shell = container.launch(argv, environment, place);
            shells.add(shell);
            return shell;
        };
        try (ContainedCommandRunner runner = runner(recorded)) {
            RunningCommand first = runner.start(
                    command("1", "sh", "-c", ": >up; while [ ! -e go ]; do sleep 0.1; done; echo done"),
                    OutputListener.NONE);
            appeared("up");
            shells.get(0).kill();
            shells.get(0).ended().get(30, TimeUnit.SECONDS);
            assertThat(run(runner, command("2", "sh", "-c", "exit 7")).exitCode())
                    .isEqualTo(7);
            Files.createFile(directory.resolve("go"));
            assertThat(text(end(first).stdout())).isEqualTo("done\n");
            assertThat(shells).hasSize(2);
        }
    }
}
