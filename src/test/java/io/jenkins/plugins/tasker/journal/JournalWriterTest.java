package io.jenkins.plugins.tasker.journal;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.Secrets;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalWriterTest {

    @TempDir
    Path directory;

    private final List<String> lost = new ArrayList<>();

    @Test
    @DisplayName("16.5 each event is in the file when event() returns, before the writer is closed")
    void eventsAreReadableAtOnce() throws IOException {
        SampleRun run = new SampleRun().task(key(0), "web1", "echo hi", 0, "hi\n", 12);
        Path file = directory.resolve("run.journal");

        try (JournalWriter writer = JournalWriter.create(file, lost::add)) {
            for (int i = 0; i < run.events().size(); i++) {
                writer.event(run.events().get(i));
                assertThat(WholeJournal.read(file).events())
                        .isEqualTo(run.events().subList(0, i + 1));
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void remoteCommandWaitsForTheDiskAndLocalOneDoesNot() throws Exception {
        Path file = directory.resolve("run.journal");
        RunEvent.TaskStarted remote = start("pbrun");
        RunEvent.TaskStarted local = start("local");
        CompletableFuture<Thread> synced = new CompletableFuture<>();
        CompletableFuture<Thread> atOnce = new CompletableFuture<>();

        try (JournalWriter writer = JournalWriter.create(file, lost::add)) {
            writer.event(local);
            writer.whenDurable(local, () -> atOnce.complete(Thread.currentThread()));
            writer.event(remote);
            writer.whenDurable(remote, () -> synced.complete(Thread.currentThread()));
            writer.endTurn();

            assertThat(atOnce).isCompletedWithValue(Thread.currentThread());
            assertThat(synced.get(60, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
        }
        assertThat(WholeJournal.read(file).events()).containsExactly(local, remote);
        assertThat(lost).isEmpty();
    }

    private static RunEvent.TaskStarted start(String type) {
        return new RunEvent.TaskStarted(SampleRun.START, type, key(0), "web1", Duration.ofSeconds(30), "id");
    }

    @Test
    @DisplayName("16.4 unmasked output of commands is not recorded")
    void rawOutputIsNotRecorded() throws IOException {
        Path file = directory.resolve("run.journal");
        CommandResult result = new CommandResult(0, false, Output.of("secret"), Output.EMPTY, Duration.ZERO);

        try (JournalWriter writer = JournalWriter.create(file, lost::add)) {
            writer.event(new RunEvent.CommandEnded(key(0), result, Secrets.NONE, true));
        }
        assertThat(Files.readString(file)).isEqualTo("{\"journal\":\"tasker\",\"version\":1}\n");
    }

    @Test
    void existingJournalIsNeverOverwritten() throws IOException {
        Path file = Files.writeString(directory.resolve("run.journal"), "precious");

        assertThatThrownBy(() -> JournalWriter.create(file, lost::add)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readString(file)).isEqualTo("precious");
    }

    @Test
    @DisplayName("16.12 a journal with a header and no event is appended to")
    void journalWithoutEvents() throws IOException {
        for (String content : List.of("", "{\"jour", "{\"journal\":\"tasker\",\"version\":1}\n")) {
            Path file = Files.writeString(directory.resolve("run.journal"), content);
            SampleRun run = new SampleRun();

            try (JournalWriter writer = JournalWriter.create(file, lost::add)) {
                run.events().forEach(writer::event);
            }
            assertThat(WholeJournal.read(file).events()).isEqualTo(run.events());
            Files.delete(file);
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void removedJournalIsReported() throws IOException {
        Path file = directory.resolve("run.journal");
        try (JournalWriter writer = JournalWriter.create(file, lost::add)) {
            Files.delete(file);
            new SampleRun().events().forEach(writer::event);
        }
        assertThat(lost)
                .containsExactly("the record " + file + " can no longer be written (it was removed during the run):"
                        + " nothing further starts, and a resumed run cannot know what ran after this");
    }

    @Test
    @DisplayName("16.12 a journal on a full disk reports it once, and records nothing further")
    void fullDiskIsReportedOnce() throws IOException {
        // Writes to this device always fail with ENOSPC.
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));

        try (JournalWriter writer = JournalWriter.append(full, lost::add)) {
            new SampleRun()
                    .task(key(0), "web1", "echo hi", 0, "hi\n", 12)
                    .events()
                    .forEach(writer::event);
            assertThat(writer.isRecording()).isFalse();
        }
        assertThat(lost).singleElement().asString().contains("No space left on device");
    }
}
