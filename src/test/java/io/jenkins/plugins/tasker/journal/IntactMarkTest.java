package io.jenkins.plugins.tasker.journal;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A record without an end: whether tasks without a recorded start may have run (rule 16.12). */
@EnabledOnOs(OS.LINUX)
class IntactMarkTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("run.journal");
    }

    private static List<RunEvent> events() {
        List<PlannedTask> plan = LongStream.range(0, 3)
                .mapToObj(id -> new PlannedTask(
                        new TaskId(id),
                        "h",
                        TaskKind.NORMAL,
                        "deploy",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty()))
                .toList();
        return new SampleRun()
                .add(new RunEvent.WorkflowPlanned(plan))
                .task(key(0), "web1", "check", 0, "", 5)
                .start(key(1), "web1", "deploy")
                .events();
    }

    /** Leaves the journal as a killed process does: the writer is not closed. */
    private JournalWriter killed() throws IOException {
        JournalWriter writer = JournalWriter.create(file, lost -> {});
        events().forEach(writer::event);
        return writer;
    }

    private List<String> lost() throws IOException {
        List<String> lost = RunRecord.read(file).lost().stream()
                .map(task -> task.id().toString())
                .toList();
        assertThat(new FollowedJournal(file).read().lost()).hasSameSizeAs(lost);
        return lost;
    }

    @Test
    @DisplayName("16.12 A killed writer leaves a record without lost tasks; only the running command is unknown")
    void killedWriter() throws IOException {
        killed();

        assertThat(lost()).isEmpty();
        assertThat(RunRecord.read(file).unknownCommands()).hasSize(1);
        assertThat(RunPhase.of(RunRecord.read(file), false)).isEqualTo(RunPhase.INTERRUPTED);
    }

    @Test
    @DisplayName("16.12 A record of an earlier version has no mark, and its later tasks are unknown")
    void earlierVersion() throws IOException {
        killed();
        Files.delete(directory.resolve("run.journal.intact"));

        assertThat(lost()).containsExactly("2");
        assertThat(RunPhase.of(RunRecord.read(file), false)).isEqualTo(RunPhase.LOST);
    }

    @Test
    @DisplayName("16.12 A torn record is lost from there on")
    void torn() throws IOException {
        killed();
        Files.writeString(file, "{\"event\":\"Task", StandardOpenOption.APPEND);

        assertThat(lost()).containsExactly("2");
        JournalWriter.append(file, lost -> {}).close();
        assertThat(lost()).as("also after its repair").containsExactly("2");
    }

    @Test
    @DisplayName("16.12 A record of another boot of the machine is lost from there on")
    void anotherBoot() throws IOException {
        killed();
        Path mark = directory.resolve("run.journal.intact");
        Files.writeString(mark, "0" + Files.readString(mark).substring(1) + " ");

        assertThat(lost()).containsExactly("2");
    }

    @Test
    @DisplayName("16.12 A restored or copied record is lost from there on")
    void copied() throws IOException {
        killed();
        Path copy = directory.resolve("copy");
        Files.copy(file, copy);
        Files.delete(file);
        // Another file takes the old number of the deleted one.
        Files.createFile(directory.resolve("other"));
        Files.copy(copy, file);

        assertThat(lost()).containsExactly("2");
    }

    @Test
    @DisplayName("16.12 A record that could not be written is lost from there on, also for a page that was open before")
    void failedWrite() throws IOException {
        JournalWriter writer = killed();
        FollowedJournal page = new FollowedJournal(file);
        assertThat(page.read().lost()).isEmpty();
        // Closing reports the missing file as a loss, like a failed write.
        Path moved = Files.move(file, directory.resolve("moved"));
        writer.close();
        Files.move(moved, file);

        assertThat(lost()).containsExactly("2");
        assertThat(page.read().lost()).hasSize(1);
    }

    @Test
    @DisplayName("16.12 A record that was deleted starts anew when the run continues, and counts as incomplete")
    void deleted() throws IOException {
        killed();
        Files.delete(file);

        JournalWriter writer = JournalWriter.append(file, lost -> {});
        events().forEach(writer::event);

        assertThat(lost()).containsExactly("2");
    }

    @Test
    @DisplayName("16.12 A run that continues and is killed again still has an intact record")
    void continued() throws IOException {
        killed();
        JournalWriter.append(file, lost -> {});

        assertThat(lost()).isEmpty();
    }

    @Test
    void markOfAnEndedRunIsDeleted() throws IOException {
        try (JournalWriter writer = killed()) {
            writer.event(new RunEvent.RunEnded(SampleRun.START, 0, "over", Optional.of(key(1)), List.of()));
        }

        assertThat(directory).isDirectoryContaining("glob:**.journal").isDirectoryNotContaining("glob:**.intact");
    }
}
