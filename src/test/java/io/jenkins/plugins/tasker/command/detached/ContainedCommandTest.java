package io.jenkins.plugins.tasker.command.detached;

import static io.jenkins.plugins.tasker.command.Commands.text;
import static io.jenkins.plugins.tasker.command.detached.Shells.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In a container whose processes this JVM cannot see")
class ContainedCommandTest extends RunsInContainer {

    @Test
    @DisplayName("commands run with their arguments, variables, outputs and exit codes")
    void commands() throws Exception {
        try (ContainedCommandRunner runner = runner()) {
            runner.checkShell();
            for (int i = 0; i < 20; i++) {
                String script =
                        "read -r name </proc/1/comm; printf '%s\\n' \"$name|$V|${PWD##*/}|$1\"; echo err >&2; exit "
                                + i;
                CommandResult result = run(
                        runner,
                        new Command(
                                "c" + i,
                                List.of("/bin/sh", "-c", script, "x", "$(id) 'a'\n`b`"),
                                Duration.ofSeconds(60),
                                Map.of("V", "a'b\n\\" + i),
                                ""));

                assertThat(result.exitCode()).isEqualTo(i);
                assertThat(text(result.stdout()))
                        .isEqualTo("sh|a'b\n\\" + i + "|" + directory.getFileName() + "|$(id) 'a'\n`b`\n");
                assertThat(text(result.stderr())).isEqualTo("err\n");
            }
        }
    }

    @Test
    @DisplayName("a command without an id, such as a connection test, runs there, too, and leaves no file")
    void withoutId() throws Exception {
        try (ContainedCommandRunner runner = runner()) {
            CommandResult result = run(
                    runner,
                    new Command(List.of("sh", "-c", "echo $TASKER_COMMAND_ID; echo $$"), Duration.ofSeconds(60)));
            assertThat(Integer.parseInt(text(result.stdout()).lines().toList().get(1)))
                    .isLessThan(1000);
        }
    }

    @Test
    @DisplayName("programs and files are those of the container")
    void programs() throws Exception {
        Path programs = Files.createDirectories(directory.resolve("programs"));
        try (Container other = Container.start("mount -t tmpfs none " + programs + "; echo x >" + programs
                        + "/only-inside; chmod +x " + programs + "/only-inside");
                ContainedCommandRunner runner = runner(withPath(other, programs))) {
            assertThat(runner.programs().onPath("only-inside")).isTrue();
            assertThat(runner.programs().onPath("no-such-program")).isFalse();
            assertThat(runner.programs().fileExists("programs/only-inside")).isTrue();
            assertThat(runner.programs().fileExists("programs/$(touch x)'")).isFalse();
            assertThat(programs.resolve("only-inside")).doesNotExist();
            CommandResult result = run(runner, command("1", "no-such-program"));
            assertThat(result.exitCode()).isEqualTo(127);
            assertThat(text(result.stderr())).contains("no-such-program");
        }
    }

    private static ShellLauncher withPath(Container other, Path first) {
        return (argv, environment, directory) -> {
            Map<String, String> all = new java.util.HashMap<>(environment);
            all.put("PATH", first + ":" + System.getenv("PATH"));
            return other.launch(argv, all, directory);
        };
    }

    @Test
    @DisplayName("TERM ends a command with its descendants, whatever their parent, and the exit code is 143")
    void terminate() throws Exception {
        try (ContainedCommandRunner runner = runner()) {
            String script = "setsid sh -c 'echo $$ >child; while :; do sleep 1; done' & : >up; wait";
            RunningCommand command = runner.start(command("1", "sh", "-c", script), OutputListener.NONE);
            appeared("up");
            appeared("child");
            command.terminate();

            assertThat(end(command).exitCode()).isEqualTo(143);
            String child = Files.readString(directory.resolve("child")).strip();
            assertThat(run(runner, command("2", "test", "-d", "/proc/" + child)).exitCode())
                    .isEqualTo(1);
        }
    }

    @Test
    @DisplayName("KILL ends a command that ignores TERM, after the grace period or at once")
    void kill() throws Exception {
        try (ContainedCommandRunner runner = runner()) {
            String script = "trap : TERM; : >up$0; while :; do sleep 1; done";
            RunningCommand slow = runner.start(command("1", "sh", "-c", script, "1"), OutputListener.NONE);
            RunningCommand fast = runner.start(command("2", "sh", "-c", script, "2"), OutputListener.NONE);
            appeared("up1");
            appeared("up2");
            fast.kill();
            assertThat(end(fast).exitCode()).isEqualTo(137);
            slow.terminate();
            assertThat(end(slow).exitCode()).isEqualTo(137);
        }
    }

    @Test
    @DisplayName("the time limit ends a command")
    void timeLimit() throws Exception {
        try (ContainedCommandRunner runner = runner()) {
            Command command = new Command("1", List.of("sleep", "60"), Duration.ofMillis(500), Map.of(), "");
            CommandResult result = run(runner, command);
            assertThat(result.timedOut()).isTrue();
            assertThat(result.exitCode()).isEqualTo(CommandResult.OUT_OF_TIME);
            assertThat(text(result.stderr())).contains("time limit of 0.5 s exceeded");
        }
    }

    @Test
    @DisplayName("background processes belong to the command while they hold its output")
    void background() throws Exception {
        try (ContainedCommandRunner runner = runner()) {
            assertThat(text(run(runner, command("1", "sh", "-c", "(sleep 0.5; echo late) & echo early"))
                            .stdout()))
                    .isEqualTo("early\nlate\n");
            assertThat(run(runner, command("2", "sh", "-c", "sleep 30 >/dev/null 2>&1 & echo"))
                            .duration())
                    .isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    @DisplayName("a command that is aborted before it starts never runs")
    void neverStarts() throws Exception {
        try (ContainedCommandRunner runner = runner()) {
            RunningCommand command = runner.start(command("1", "sh", "-c", ": >ran"), OutputListener.NONE);
            command.terminate();
            int code = end(command).exitCode();
            assertThat(code).isIn(0, 143);
            assertThat(Files.exists(directory.resolve("ran"))).isEqualTo(code == 0);
        }
    }

    @Test
    @DisplayName("orders and reports go through files where FIFOs do not connect")
    void withoutFifos() throws Exception {
        ShellLauncher otherKernel = (argv, environment, place) -> {
            String prefix = argv.get(argv.size() - 1);
            Path orders = Path.of(prefix + ".orders");
            if (Files.exists(orders)) {
                // as with a file system of another machine, the two sides open different FIFOs
                Files.delete(orders);
                ShellLauncher.LOCAL
                        .launch(List.of("mkfifo", orders.toString()), Map.of(), place)
                        .ended()
                        .join();
            }
            return container.launch(argv, environment, place);
        };
        try (ContainedCommandRunner runner =
                new ContainedCommandRunner(directory, control(), otherKernel, Duration.ofSeconds(2))) {
            for (int i = 0; i < 3; i++) {
                CommandResult result = run(runner, command("c" + i, "sh", "-c", "echo " + i + "; exit " + i));
                assertThat(result.exitCode()).isEqualTo(i);
                assertThat(text(result.stdout())).isEqualTo(i + "\n");
            }
            RunningCommand aborted = runner.start(command("1", "sleep", "60"), OutputListener.NONE);
            aborted.terminate();
            assertThat(end(aborted).exitCode()).isEqualTo(143);
        }
    }

    @Test
    @DisplayName("a container without the workspace is named before anything runs")
    void notMounted() throws Exception {
        try (Container other = Container.start("mount -t tmpfs none " + directory);
                ContainedCommandRunner runner = runner(other)) {
            assertThatThrownBy(runner::checkShell)
                    .hasMessageContaining("the directory " + control() + " does not exist or is not writable there");
        }
    }

    @Test
    @DisplayName("fifty commands run at the same time")
    void many() throws Exception {
        try (ContainedCommandRunner runner = runner()) {
            List<RunningCommand> started = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                started.add(runner.start(command("c" + i, "sh", "-c", "sleep 0.2; exit " + i), OutputListener.NONE));
            }
            for (int i = 0; i < 50; i++) {
                assertThat(end(started.get(i)).exitCode()).isEqualTo(i);
            }
        }
    }
}
