package io.jenkins.plugins.tasker.command.detached;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.Commands;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class AbandonedDirectoriesTest {

    private static final Duration OLD = AbandonedDirectories.AGE.plusHours(1);

    @TempDir
    private Path workspace;

    private Path old() {
        return workspace.resolve("w@tmp/tasker-old-" + workspace.getFileName());
    }

    @Test
    void newRunShouldDeleteAbandonedControlDirectories() throws Exception {
        leave("end");
        age(OLD);

        DetachedCommandRunner another = new DetachedCommandRunner(
                workspace, System.getenv(), workspace.resolve("w@tmp/tasker-new-" + workspace.getFileName()));
        while (Files.exists(old())) {
            Thread.onSpinWait();
        }
        another.close();
    }

    @Test
    void newRunShouldDeleteAbandonedSecretFiles() throws Exception {
        Files.createDirectories(old());
        Files.writeString(old().resolve("key-0"), "secret");
        age(OLD);

        remove();

        assertThat(old()).doesNotExist();
    }

    @Test
    void recentDirectoryShouldStayForItsRun() throws Exception {
        leave("end");
        age(OLD);
        Files.setLastModifiedTime(old().resolve("1.0.out"), FileTime.from(Instant.now()));

        remove();

        assertThat(old().resolve("1.0.end")).exists();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux shows the environment of a process and so its mark")
    void directoryOfACommandThatStillRunsShouldStay() throws Exception {
        DetachedCommandRunner runner = new DetachedCommandRunner(workspace, System.getenv(), old());
        RunningCommand command = runner.start(command("sh", "-c", "echo up; exec sleep 30"), OutputListener.NONE);
        Path printed = old().resolve("1.0.out");
        while (!Files.exists(printed) || Files.size(printed) == 0) {
            assertThat(command.result()).isNotDone();
            Thread.onSpinWait();
        }
        age(OLD);

        remove();
        assertThat(old().resolve("1.0.pid")).exists();
        runner.close();
    }

    @Test
    void otherDirectoriesAndTargetsOfLinksShouldStay() throws Exception {
        Path others = Files.createDirectories(workspace.resolve("w@tmp/durable-1"));
        Path elsewhere = Files.createDirectories(workspace.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("file"), "");
        Files.createSymbolicLink(workspace.resolve("w@tmp/tasker-link"), elsewhere);
        for (Path path : List.of(elsewhere.resolve("file"), elsewhere, others)) {
            age(path, OLD);
        }

        remove();

        assertThat(others).exists();
        assertThat(elsewhere.resolve("file")).exists();
    }

    private static Command command(String... argv) {
        return new Command("1.0", List.of(argv), Duration.ofSeconds(60), Map.of(), "");
    }

    /** A command has run, and the process that started it no longer exists. */
    private void leave(String output) throws IOException {
        DetachedCommandRunner runner = new DetachedCommandRunner(workspace, System.getenv(), old());
        Commands.get(runner.start(command("echo", output), OutputListener.NONE).result());
        runner.detach();
        while (hasFilesOfAShell()) {
            Thread.onSpinWait();
        }
        assertThat(old().resolve("1.0.end")).exists();
    }

    private boolean hasFilesOfAShell() throws IOException {
        try (Stream<Path> files = Files.list(old())) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("shell-"));
        }
    }

    private void age(Duration age) throws IOException {
        List<Path> paths;
        try (Stream<Path> files = Files.list(old())) {
            paths = files.toList();
        }
        for (Path path : paths) {
            age(path, age);
        }
        age(old(), age);
    }

    private static void age(Path path, Duration age) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
    }

    private void remove() {
        AbandonedDirectories.delete(workspace.resolve("w@tmp"), Instant.now());
    }
}
