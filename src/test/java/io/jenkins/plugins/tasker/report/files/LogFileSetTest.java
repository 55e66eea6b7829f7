package io.jenkins.plugins.tasker.report.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileSetTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2024, 1, 15, 14, 30, 15);

    @TempDir
    private Path directory;

    @Test
    @DisplayName("16.5 runs of the same second have different names")
    void runsOfTheSameSecondHaveDifferentNames() throws IOException {
        assertThat(create("deploy.txt").log().getFileName()).hasToString("deploy_20240115_143015.log");
        assertThat(create("deploy.txt").log().getFileName()).hasToString("deploy_20240115_143015_2.log");
        assertThat(create("deploy.txt").taskFileCopy().getFileName()).hasToString("deploy_20240115_143015_3.txt");
    }

    @Test
    @DisplayName("16.6 file names have only safe characters")
    void fileNamesHaveSafeCharacters() throws IOException {
        assertThat(create("deploy prod.v1.txt").logName()).isEqualTo("deploy_prod.v1_20240115_143015.log");
        assertThat(create(".txt").logName()).isEqualTo("task_20240115_143015.log");
        assertThat(create("x".repeat(80)).logName()).startsWith("x".repeat(50) + "_2024");
        assertThat(LogFileSet.summary(directory, "../my project").getFileName())
                .hasToString("project_.._my_project_summary.log");
    }

    @Test
    @DisplayName("the error of a directory that cannot be created names it")
    void errorNamesTheDirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> LogFileSet.create(file, "deploy.txt", NOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("log directory " + file + " cannot be used: a file has this name");
    }

    private LogFileSet create(String taskFile) throws IOException {
        return LogFileSet.create(directory, taskFile, NOW);
    }
}
