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

class ResumeTest {

    @TempDir
    Path directory;

    private Commands commands;
    private Path marker;

    /** Task 12 fails while the marker is missing; task 29 prints the output of task 3. */
    @BeforeEach
    void aRunThatFailsAtTask12() throws IOException {
        commands = new Commands(directory);
        marker = directory.resolve("repaired");
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < 30; id++) {
            text.append("task=" + id + "\nhostname=h\nexec=local\nnext=exit_0\n");
            text.append(
                    switch (id) {
                        case 3 -> "command=echo\narguments=release-7\n";
                        case 12 -> "command=test\narguments=-e " + marker + "\n";
                        case 29 -> "command=echo\narguments=\"deployed @3_stdout@ after @12_exit_code@\"\n";
                        default -> "command=true\n";
                    });
        }
        Files.writeString(directory.resolve("deploy.txt"), text);
        assertThat(commands.run("-r", "deploy.txt")).isEqualTo(14);
    }

    private String record() throws IOException {
        return RecordedRuns.name(commands.files(".journal").get(0));
    }

    @Test
    @DisplayName("15.9 a resumed run has the outputs of the tasks that ran before")
    void resume() throws IOException {
        Files.createFile(marker);
        assertThat(commands.run("-r", "--start-from=12", "--resume-from", record(), "deploy.txt"))
                .isZero();
        assertThat(commands.out())
                .contains("Task 29: STDOUT: deployed release-7 after 0")
                .doesNotContain("Task 11: Executing");
    }

    @Test
    @DisplayName("15.10 --resume-from=latest takes the newest record of this task file and names it")
    void latest() throws IOException {
        String name = record();
        Files.createFile(marker);
        Files.writeString(directory.resolve("other.txt"), "task=0\nhostname=h\nexec=local\ncommand=true\n");
        assertThat(commands.run("-r", "other.txt")).isZero();
        assertThat(commands.run("-r", "--start-from=12", "--resume-from=latest", "deploy.txt"))
                .isZero();
        assertThat(commands.out())
                .contains("Setting: results of = " + name)
                .contains("Task 29: STDOUT: deployed release-7 after 0");
    }

    @Test
    @DisplayName("15.10 --resume-from=latest without a record of this task file ends with 30")
    void noLatest() throws IOException {
        Files.writeString(directory.resolve("other.txt"), "task=0\nhostname=h\nexec=local\ncommand=true\n");
        assertThat(commands.run("-r", "--start-from=0", "--resume-from=latest", "other.txt"))
                .isEqualTo(30);
        assertThat(commands.out()).contains("has no journal of other.txt");
    }

    @Test
    @DisplayName("15.8 without the record the reference remains unresolved, with a warning")
    void withoutRecord() throws IOException {
        Files.createFile(marker);
        assertThat(commands.run("-r", "--start-from=12", "deploy.txt")).isZero();
        assertThat(commands.out())
                .contains("Task 29: STDOUT: deployed @3_stdout@ after 0")
                .contains("[WARN]")
                .contains("@3_stdout@");
    }

    @Test
    @DisplayName("15.9 a changed task file is logged, and the run starts")
    void changedFile() throws IOException {
        Files.createFile(marker);
        Path file = directory.resolve("deploy.txt");
        Files.writeString(file, "# repaired\n" + Files.readString(file));
        assertThat(commands.run("-r", "--start-from=12", "--resume-from", record(), "deploy.txt"))
                .isZero();
        assertThat(commands.out()).contains("[WARN] the task file has changed since that run");
    }

    @Test
    @DisplayName("15.2 errors of the task file and of the start are reported before those of the record")
    void recordComesAfterTaskFileAndStart() throws IOException {
        assertThat(commands.run("-r", "--start-from=77", "--resume-from=nothing", "deploy.txt"))
                .isEqualTo(12);
        Files.writeString(directory.resolve("broken.txt"), "task=0\n");
        assertThat(commands.run("-r", "--start-from=0", "--resume-from=nothing", "broken.txt"))
                .isEqualTo(20);
        assertThat(commands.run("-r", "--start-from=0", "--resume-from=nothing", "missing.txt"))
                .isEqualTo(30);
        assertThat(commands.out()).contains("missing.txt").doesNotContain("nothing");
    }

    @Test
    @DisplayName("16.7, 16.8 a missing record is logged, and adds a row to the summary")
    void missingRecordLeavesRow() throws IOException {
        commands.run("-r", "-p", "P", "--start-from=12", "--resume-from=nothing", "deploy.txt");
        assertThat(commands.out())
                .contains("[ERROR] --resume-from: nothing: this journal exists neither as a path nor by name")
                .contains("Final exit code: 30")
                .doesNotContain("[W25]");
        assertThat(directory.resolve("TASKER/project_P_summary.log")).content().contains("\t30\tFAILURE\t");
    }

    @Test
    @DisplayName("15.9 a missing record ends with 30 and an unreadable one with 31; no task runs")
    void badRecord() throws IOException {
        assertThat(commands.run("-r", "--start-from=12", "--resume-from=nothing", "deploy.txt"))
                .isEqualTo(30);
        Files.writeString(directory.resolve("TASKER/other.journal"), "not a record\n");
        assertThat(commands.run("-r", "--start-from=12", "--resume-from=other", "deploy.txt"))
                .isEqualTo(31);
        assertThat(commands.out()).doesNotContain("Executing");
    }
}
