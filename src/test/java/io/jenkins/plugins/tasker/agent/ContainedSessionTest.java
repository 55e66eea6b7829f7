package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.detached.ShellLauncher;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@EnabledOnOs(OS.LINUX)
@DisplayName("A session whose shell the launcher of the build starts")
class ContainedSessionTest {

    @TempDir
    private Path workspace;

    @TempDir
    private Path temporary;

    private WiredAgent agent;
    private AgentCommandRunner runner;

    /** As a wrapper of a build: adds variables. */
    private static final ShellLauncher WRAPPER = (argv, environment, directory) -> {
        Map<String, String> all = new HashMap<>(environment);
        all.put("INSIDE", "yes");
        all.put("PATH", System.getenv("PATH"));
        return ShellLauncher.LOCAL.launch(argv, all, directory);
    };

    private void connect(ShellLauncher launcher) throws Exception {
        agent = new WiredAgent(
                workspace, temporary.resolve("tasker-1"), Map.of("OUTSIDE", "yes"), Optional.of(launcher));
        runner = new AgentCommandRunner(
                agent,
                SessionLimits.standard(Duration.ofSeconds(30)),
                line -> {},
                new ShownOutputLog(temporary.resolve("shown")));
    }

    @AfterEach
    void disconnect() {
        runner.close();
        agent.close();
    }

    private RunningCommand start(String id, String script) {
        return runner.start(
                new Command(id, List.of("sh", "-c", script), Duration.ofSeconds(30), Map.of(), ""),
                OutputListener.NONE);
    }

    private String run(String id, String script) throws Exception {
        return RunsOnAgent.text(start(id, script).result().get().stdout());
    }

    @Test
    @DisplayName("starts every command with the variables of the launcher only")
    void variables() throws Exception {
        connect(WRAPPER);
        runner.checkShell();
        assertThat(run("1", "echo $INSIDE-$OUTSIDE")).isEqualTo("yes-\n");
        assertThat(run("", "echo $INSIDE-$OUTSIDE")).isEqualTo("yes-\n");
        assertThat(runner.programs().onPath("sh")).isTrue();
        assertThat(runner.programs().fileExists("nothing")).isFalse();
    }

    @Test
    @DisplayName("names the wrapper in which no shell starts, with the words of the launcher")
    void noShell() throws Exception {
        connect((argv, environment, directory) -> {
            List<String> words = new ArrayList<>(List.of("sh", "-c", "exit 127"));
            return new ShellLauncher.Shell() {
                private final ShellLauncher.Shell shell = ShellLauncher.LOCAL.launch(words, environment, directory);

                @Override
                public java.util.concurrent.CompletableFuture<?> ended() {
                    return shell.ended();
                }

                @Override
                public void kill() {
                    shell.kill();
                }

                @Override
                public String lastWords() {
                    return "exec: \"sh\": executable file not found in $PATH";
                }
            };
        });
        assertThatThrownBy(runner::checkShell)
                .isInstanceOf(IOException.class)
                .hasMessage("commands cannot start through a container of this test, which surrounds this step: a shell"
                        + " that was started there has ended at once: exec: \"sh\": executable file not found in $PATH."
                        + " Tasker needs a POSIX shell there, and the workspace with its directory WORKSPACE@tmp at the"
                        + " same paths");
    }

    @Test
    @DisplayName("reattaches after a lost connection")
    void reattach() throws Exception {
        connect(WRAPPER);
        RunningCommand command = start("1", ": >up; while [ ! -e go ]; do sleep 0.1; done; echo $INSIDE; exit 5");
        while (!Files.exists(workspace.resolve("up"))) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        agent.disconnect();
        agent.connect();
        Files.createFile(workspace.resolve("go"));
        assertThat(command.result().get().exitCode()).isEqualTo(5);
        assertThat(run("2", "echo $INSIDE")).isEqualTo("yes\n");
    }

    @Test
    @DisplayName("ends a command through the shell")
    void terminate() throws Exception {
        connect(WRAPPER);
        RunningCommand command = start("1", ": >up; exec sleep 60");
        while (!Files.exists(workspace.resolve("up"))) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        command.terminate();
        assertThat(command.result().get().exitCode()).isEqualTo(143);
    }
}
