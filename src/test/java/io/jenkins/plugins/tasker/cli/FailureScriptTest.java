package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.journal.RunRecordBuilder;
import io.jenkins.plugins.tasker.report.files.LogFileSet;
import io.jenkins.plugins.tasker.report.log.LogSink;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureScriptTest {

    @TempDir
    Path directory;

    private Commands commands;

    @BeforeEach
    void files() throws IOException {
        commands = new Commands(directory);
        Commands.program(directory, "alert", "env | grep ^TASKER_ >'" + directory.resolve("seen") + "'; cat; exit 3");
        Files.writeString(
                directory.resolve("deploy.txt"),
                "task=0\nhostname=h\nexec=local\ncommand=true\ntask=4\nhostname=h\nexec=local\ncommand=false\nnext=exit_0\n");
        Files.writeString(directory.resolve("good.txt"), "task=0\nhostname=h\nexec=local\ncommand=true\n");
        Files.writeString(directory.resolve("bad.txt"), "task=0\nhostname=h\n");
    }

    @Test
    @DisplayName("24.5 --on-failure runs a script after a failed run, with the facts of the run in its environment")
    void afterAFailure() throws IOException {
        assertThat(commands.run("-r", "--on-failure", "alert", "deploy.txt")).isEqualTo(14);
        assertThat(Files.readAllLines(directory.resolve("seen")))
                .contains(
                        "TASKER_EXIT_CODE=14",
                        "TASKER_FAILED_TASK=4",
                        "TASKER_TASK_FILE=" + directory.resolve("deploy.txt"))
                .contains("TASKER_LOG_FILE=" + commands.files(".log").get(0))
                .contains("TASKER_STATE_FILE=" + commands.files(".journal").get(0))
                .anyMatch(line -> line.startsWith("TASKER_ERROR=Task 4: 'next=exit_0' is not satisfied"))
                .anyMatch(line -> line.matches("TASKER_TIMESTAMP=\\d{4}-\\d\\d-\\d\\dT.*Z"));
        assertThat(commands.out())
                .contains("[WARN] --on-failure: " + directory.resolve("alert") + " ended with exit code 3");
    }

    @Test
    @DisplayName("24.5 the script runs after a failed validation, too")
    void afterAFailedValidation() throws IOException {
        assertThat(commands.run("-r", "--alert-on-failure=alert", "bad.txt")).isEqualTo(20);
        assertThat(Files.readAllLines(directory.resolve("seen")))
                .contains("TASKER_EXIT_CODE=20", "TASKER_FAILED_TASK=", "TASKER_STATE_FILE=");
    }

    @Test
    @DisplayName("24.5 the script does not run after success, a dry run or a validation")
    void notOtherwise() {
        assertThat(commands.run("-r", "--on-failure=alert", "good.txt")).isZero();
        assertThat(commands.run("--on-failure=alert", "bad.txt")).isEqualTo(20);
        assertThat(commands.run("-r", "--validate-only", "--on-failure=alert", "bad.txt"))
                .isEqualTo(20);
        assertThat(directory.resolve("seen")).doesNotExist();
    }

    @Test
    @DisplayName("24.5 a script that cannot be run is a warning, and the exit code of the run stays")
    void missingScript() {
        assertThat(commands.run("-r", "--on-failure=nothing", "deploy.txt")).isEqualTo(14);
        assertThat(commands.out()).contains("[WARN] --on-failure: " + directory.resolve("nothing") + " cannot be run");
    }

    @Test
    @DisplayName("24.5 a script that does not end is killed with its children")
    void timeLimit() throws IOException {
        Commands.program(
                directory,
                "slow",
                "sleep 600 & echo $! >'" + directory.resolve("pid") + "'; touch '" + directory.resolve("ready")
                        + "'; wait");
        StringWriter lines = new StringWriter();
        RunLog log =
                new RunLog(Level.INFO, Clock.systemUTC(), new RunRecordBuilder()::record, List.of(LogSink.to(lines)));
        FailureScript script =
                new FailureScript(directory.resolve("slow"), directory, Map.of("PATH", System.getenv("PATH")), log);
        script.run(
                1,
                new RunRecordBuilder().record(),
                directory.resolve("x.txt"),
                new LogFileSet(directory, "x"),
                Duration.ofSeconds(2));
        assertThat(lines.toString()).contains("was killed after 2 s");
        long child = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
        ProcessHandle.of(child)
                .ifPresent(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20)));
    }
}
