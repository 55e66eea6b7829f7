package io.jenkins.plugins.tasker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunsTest {

    @TempDir
    Path directory;

    private RecordedRuns runs;

    @BeforeEach
    void record() throws IOException {
        runs = new RecordedRuns(directory);
        record("old", 1000);
        record("newest", 3000);
        record("newer", 2000);
        Files.writeString(directory.resolve("newest.log"), "");
    }

    @Test
    void newestComesFirst() throws IOException {
        assertThat(runs.newestFirst()).extracting(RecordedRuns::name).containsExactly("newest", "newer", "old");
    }

    @Test
    void missingDirectoryHasNoRuns() throws IOException {
        assertThat(new RecordedRuns(directory.resolve("missing")).newestFirst()).isEmpty();
    }

    @Test
    @DisplayName("15.9 a journal is found by its path and by its name in the log directory")
    void journalIsFound() throws IOException {
        Path newer = directory.resolve("newer.journal");

        assertThat(runs.find("newer")).isEqualTo(newer);
        assertThat(runs.find("newer.journal")).isEqualTo(newer);
        assertThat(new RecordedRuns(Path.of("elsewhere")).find(newer.toString()))
                .isEqualTo(newer);
        assertThat(new RecordedRuns(Path.of("elsewhere"))
                        .find(directory.resolve("newer").toString()))
                .isEqualTo(newer);
    }

    @Test
    @DisplayName("15.9 a missing journal is reported with the searched places")
    void missingJournalIsReported() {
        assertThatThrownBy(() -> runs.find("nothing"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage("nothing: this journal exists neither as a path nor by name in " + directory);
        assertThatThrownBy(() -> runs.find("")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> runs.find("a\0b")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    @DisplayName("15.9 a directory is found, so that reading it reports that it cannot be read")
    void directoryIsNotMissing() throws IOException {
        assertThat(runs.find(directory.toString())).isEqualTo(directory);
    }

    private void record(String name, long time) throws IOException {
        Path file = Files.writeString(directory.resolve(name + ".journal"), "");
        Files.setLastModifiedTime(file, FileTime.fromMillis(time));
    }
}
