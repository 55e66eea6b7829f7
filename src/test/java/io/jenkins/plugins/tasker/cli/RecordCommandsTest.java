package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.journal.RecordedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordCommandsTest {

    @TempDir
    Path directory;

    private Commands commands;

    @BeforeEach
    void aRun() throws IOException {
        commands = new Commands(directory);
        Files.writeString(
                directory.resolve("deploy.txt"),
                "task=0\nhostname=h\nexec=local\ncommand=echo\narguments=hello\ntask=1\nhostname=web1\nexec=local\ncommand=false\n");
        assertThat(commands.run("-r", "deploy.txt")).isZero();
    }

    @Test
    @DisplayName("tasker runs lists the recorded runs with their names for --resume-from")
    void runs() throws IOException {
        assertThat(commands.run("runs")).isZero();
        assertThat(commands.out())
                .contains(RecordedRuns.name(commands.files(".journal").get(0)));
    }

    @Test
    @DisplayName("tasker show prints the report of a recorded run")
    void show() throws IOException {
        assertThat(commands.run(
                        "show", RecordedRuns.name(commands.files(".journal").get(0))))
                .isZero();
        assertThat(commands.out()).contains("web1").contains("echo hello");
    }

    @Test
    @DisplayName("15.10 tasker show latest shows the newest run")
    void latest() throws IOException {
        Files.writeString(directory.resolve("newer.txt"), "task=0\nhostname=h\nexec=local\ncommand=false\nreturn=3\n");
        assertThat(commands.run("-r", "newer.txt")).isEqualTo(3);
        assertThat(commands.run("show", "latest")).isZero();
        assertThat(commands.out()).startsWith("newer.txt\n");
    }

    @Test
    @DisplayName("15.10 tasker show latest in an empty log directory ends with 30")
    void noLatest() throws IOException {
        assertThat(commands.run(
                        "show",
                        "latest",
                        "-l",
                        Files.createDirectory(directory.resolve("empty")).toString()))
                .isEqualTo(30);
        assertThat(commands.err()).contains("empty has no journal");
    }

    @Test
    @DisplayName("tasker runs reports why a log directory is unreadable")
    void noDirectory() {
        assertThat(commands.run("runs", "-l", directory.resolve("deploy.txt").toString()))
                .isEqualTo(31);
        assertThat(commands.err()).contains("deploy.txt cannot be read: it is not a directory");
    }

    @Test
    @DisplayName("tasker show of a missing run ends with 30")
    void missing() {
        assertThat(commands.run("show", "nothing")).isEqualTo(30);
        assertThat(commands.err()).contains("nothing");
    }

    @Test
    @DisplayName("--report writes a page that needs no other resources")
    void report() throws IOException {
        assertThat(commands.run("-r", "--report", "page", "deploy.txt")).isZero();
        assertThat(directory.resolve("page/index.html"))
                .content()
                .contains("web1")
                .doesNotContain("<script")
                .doesNotContain("http-equiv=\"refresh\"");
    }
}
