package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOutputsTest {

    @TempDir
    Path directory;

    private Commands commands;

    @BeforeEach
    void file() throws IOException {
        commands = new Commands(directory);
        Files.writeString(
                directory.resolve("two.txt"),
                "task=0\nhostname=h0\nexec=local\ncommand=true\ntask=1\nhostname=h1\nexec=local\ncommand=false\nnext=exit_0\n");
        Files.writeString(directory.resolve("bad.txt"), "task=0\nhostname=h\n");
    }

    private List<String> summary() throws IOException {
        return Files.readAllLines(directory.resolve("TASKER/project_my_project_summary.log"));
    }

    @Test
    @DisplayName("16.7 -p adds one row for each run, with its last executed task")
    void row() throws IOException {
        assertThat(commands.run("-r", "-p", "my project", "two.txt")).isEqualTo(14);
        assertThat(summary()).hasSize(2);
        assertThat(summary().get(1).split("\t"))
                .hasSize(8)
                .contains("two.txt", "1", "h1", "false", "FAILURE")
                .endsWith(commands.files(".log").get(1).getFileName().toString());
    }

    @Test
    @DisplayName("16.8 a failed validation adds a row, too")
    void failedValidation() throws IOException {
        assertThat(commands.run("-r", "-p", "my project", "bad.txt")).isEqualTo(20);
        assertThat(summary().get(1)).contains("bad.txt\tN/A\tN/A\tN/A\t20\tFAILURE");
    }

    @Test
    @DisplayName("16.9 the log contains the settings of the run with their sources")
    void settings() {
        commands.environment.put("TASK_EXECUTOR_LOG", "logs");
        commands.run("-t", "p7s", "-o", "60", "-p", "my project", "--strict-gaps", "--var=A=1", "--var=B=2", "two.txt");
        assertThat(commands.out())
                .contains("Setting: execution type = p7s (option -t)")
                .contains("Setting: time limit = 60 s (option -o)")
                .contains("Setting: log directory = logs (environment variable TASK_EXECUTOR_LOG)")
                .contains("Setting: project = my project (option -p)")
                .contains("Setting: strict gaps = yes (option --strict-gaps)")
                .contains("Setting: variables = A, B (option --var)");
    }

    @Test
    @DisplayName("--junit writes a test case for each executed task")
    void junit() throws IOException {
        commands.run("-r", "--junit", "result.xml", "two.txt");
        assertThat(directory.resolve("result.xml"))
                .content()
                .contains("<testcase")
                .contains("<failure");
    }

    @Test
    @DisplayName("a report with an unusable place ends with 2 before the first task")
    void badReportPath() throws IOException {
        Files.createDirectory(directory.resolve("dir"));
        assertThat(commands.run("-r", "--junit", "dir", "two.txt")).isEqualTo(2);
        assertThat(commands.err()).contains("--junit").contains("is a directory");
        assertThat(commands.run("-r", "--report", "two.txt", "two.txt")).isEqualTo(2);
        assertThat(commands.out()).doesNotContain("Executing");
        assertThat(directory.resolve("TASKER")).doesNotExist();
    }

    @Test
    @DisplayName("6.3 large outputs are kept beside the record, so that a full /tmp changes no decision")
    void largeOutput() throws IOException {
        Files.writeString(directory.resolve("large.txt"), """
                exec=local
                task=0
                hostname=
                exec=local
                command=mv TASKER moved
                task=1
                hostname=
                exec=local
                command=seq 1 30000; echo FATAL: backup failed
                success=exit_0&stdout!~FATAL
                next=success
                task=2
                hostname=
                exec=local
                command=touch deleted
                """);

        assertThat(commands.run("-r", "large.txt")).isEqualTo(14);
        assertThat(commands.out())
                .contains("[ERROR] Task 1: stdout could not be kept")
                .contains("TASKER/tasker-output-");
        assertThat(directory.resolve("deleted")).doesNotExist();
    }
}
