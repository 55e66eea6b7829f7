package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
@DisplayName("One JVM at a time has sessions for a run")
class SessionLockTest {

    @TempDir
    private Path directory;

    /** Holds the lock until it is killed, as the agent of another Jenkins does. */
    static final class Holder {

        public static void main(String[] args) throws Exception {
            SessionLock.acquire(Path.of(args[0]));
            System.out.println("held");
            Thread.sleep(60_000);
        }
    }

    private Process holder(Path control) throws IOException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        control.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("held");
        return process;
    }

    @Test
    @DisplayName("so another JVM must wait until it has ended")
    void otherJvm() throws Exception {
        Process other = holder(directory);
        assertThatThrownBy(() -> SessionLock.acquire(directory)).isInstanceOf(RunInUseException.class);
        other.destroyForcibly().waitFor();
        SessionLock.acquire(directory).close();
    }

    @Test
    @DisplayName("while sessions of the same JVM share it, until the last one ends")
    void sameJvm() throws Exception {
        SessionLock first = SessionLock.acquire(directory);
        SessionLock second = SessionLock.acquire(directory);
        first.close();
        first.close();
        second.close();
        holder(directory).destroyForcibly().waitFor();
    }

    @Test
    @DisplayName("so the Jenkins with a copied home opens no session, and the commands of the original continue")
    void copiedHome() throws Exception {
        Path workspace = Files.createDirectories(directory.resolve("w"));
        Path control = directory.resolve("w@tmp/tasker-1");
        Files.createDirectories(control);
        Files.writeString(control.resolve("boot"), "");
        Process original = holder(control);
        WiredAgent copy = new WiredAgent(workspace, control, Map.of());
        ShownOutputLog shown = new ShownOutputLog(directory.resolve("shown"));
        SessionLimits limits = SessionLimits.standard(Duration.ofSeconds(5));

        assertThatThrownBy(() -> new AgentCommandRunner(copy, limits, line -> {}, shown))
                .isInstanceOf(RunInUseException.class);
        assertThat(control.resolve("boot")).exists();

        original.destroyForcibly().waitFor();
        try (AgentCommandRunner runner = new AgentCommandRunner(copy, limits, line -> {}, shown)) {
            RunningCommand command = runner.start(
                    new Command("1", List.of("true"), Duration.ofSeconds(30), Map.of(), ""), OutputListener.NONE);
            assertThat(command.result().get(30, TimeUnit.SECONDS).exitCode()).isZero();
        }
        copy.close();
    }
}
