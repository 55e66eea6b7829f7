package io.jenkins.plugins.tasker.report.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldRunsTest {

    private static final Instant LIMIT = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant OLD = LIMIT.minusSeconds(60);
    private static final Instant NEW = LIMIT.plusSeconds(60);

    @TempDir
    Path directory;

    private void file(String name, Instant written) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "0123456789");
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @DisplayName("16.5 tasker clean deletes log, copy and journal of old runs, and old validation reports")
    void oldRuns() throws IOException {
        for (String name : List.of("a_20260101_000000", "b.c_20260101_000000_2")) {
            file(name + ".log", OLD);
            file(name + ".txt", OLD);
            file(name + ".journal", OLD);
        }
        file("validation_report_20260101.log", OLD);
        file("new_20260602_000000.log", NEW);

        assertThat(OldRuns.delete(directory, LIMIT)).isEqualTo(new OldRuns.Deleted(2, 7, 70));
        assertThat(left()).containsExactly("new_20260602_000000.log");
    }

    @Test
    @DisplayName("16.5 a run keeps all its files if one of them was written since")
    void runInProgress() throws IOException {
        file("a_20260101_000000.log", OLD);
        file("a_20260101_000000.txt", OLD);
        file("a_20260101_000000.journal", NEW);

        assertThat(OldRuns.delete(directory, LIMIT).files()).isZero();
        assertThat(left()).hasSize(3);
    }

    @Test
    @DisplayName("16.5 tasker clean leaves summaries, files of users and directories alone")
    void otherFiles() throws IOException {
        file("project_demo_summary.log", OLD);
        file("deploy.txt", OLD);
        file("notes_20260101_000000.txt", OLD);
        file("app_20260101.log", OLD);
        Files.createDirectory(directory.resolve("x_20260101_000000.log"));

        assertThat(OldRuns.delete(directory, LIMIT).files()).isZero();
        assertThat(left()).hasSize(5);
    }

    @Test
    @DisplayName("16.5 tasker clean of a missing directory deletes nothing")
    void missingDirectory() throws IOException {
        assertThat(OldRuns.delete(directory.resolve("none"), LIMIT).files()).isZero();
    }
}
