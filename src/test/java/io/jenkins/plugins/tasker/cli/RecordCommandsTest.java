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
    @DisplayName("tasker runs --project and --failed select runs")
    void filters() throws IOException {
        Files.writeString(directory.resolve("bad.txt"), "task=0\nhostname=h\nexec=local\ncommand=true\nreturn=3\n");
        commands.run("-r", "-p", "demo", "bad.txt");
        commands.run("-r", "-p", "demo", "deploy.txt");
        commands.run("runs");
        assertThat(commands.out().lines()).hasSize(4);
        commands.run("runs", "--project", "demo");
        assertThat(commands.out().lines()).hasSize(3);
        commands.run("runs", "-p", "demo", "--failed");
        assertThat(commands.out().lines()).hasSize(2).anyMatch(line -> line.contains("bad.txt"));
        commands.run("runs", "-p", "other");
        assertThat(commands.out().lines()).hasSize(1);
    }

    @Test
    @DisplayName("tasker runs --since takes an age or a date, and rejects other texts")
    void since() {
        commands.run("runs", "--since", "1h");
        assertThat(commands.out().lines()).hasSize(2);
        commands.run("runs", "--since=2999-01-01");
        assertThat(commands.out().lines()).hasSize(1);
        assertThat(commands.run("runs", "--since", "yesterday")).isEqualTo(2);
        assertThat(commands.err()).contains("--since 'yesterday': write an age such as 30d");
    }

    @Test
    @DisplayName("tasker show --task prints the output of a task only")
    void taskOutput() {
        assertThat(commands.run("show", "latest", "--task", "0")).isZero();
        assertThat(commands.out()).isEqualTo("# Task 0 on h: successful\n# stdout\nhello\n");
        assertThat(commands.run("show", "latest", "--task=7")).isEqualTo(2);
        assertThat(commands.err()).contains("--task '7': the run executed no such task");
    }

    @Test
    @DisplayName("tasker show names what failed first, and suggests no return task")
    void failureFirst() throws IOException {
        Files.writeString(
                directory.resolve("path.txt"),
                "task=0\nhostname=h\nexec=local\ncommand=true\n"
                        + "task=1\nhostname=h\nexec=local\ncommand=ls\narguments=/no/such\non_failure=90\n"
                        + "task=90\nhostname=h\nexec=local\ncommand=true\ntask=91\nreturn=3\n");
        assertThat(commands.run("-r", "-o", "60", "path.txt")).isEqualTo(3);
        commands.run("show", "latest");
        assertThat(commands.out().lines().skip(2).toList())
                .startsWith("", "Task 1 on h: exit code 2")
                .anyMatch(line ->
                        line.matches("To resume: tasker -r -o 60 --resume-from=path_[0-9_]+ --start-from=1 path.txt"));
    }

    @Test
    @DisplayName("16.5 tasker clean deletes the files of runs older than an age, which is required")
    void clean() throws IOException {
        assertThat(commands.run("clean")).isEqualTo(2);
        assertThat(commands.run("clean", "--older-than", "1d")).isZero();
        assertThat(commands.out()).isEqualTo("Deleted 0 runs: 0 files, 0 MB\n");
        for (Path file : commands.files("")) {
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
        }
        assertThat(commands.run("clean", "--older-than", "30d")).isZero();
        assertThat(commands.out()).startsWith("Deleted 1 run: ");
        assertThat(commands.files("")).isEmpty();
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
