package io.jenkins.plugins.tasker.journal;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {

    @TempDir
    Path directory;

    @Test
    void journalCutAtAnyByteIsReadableUpToItsLastCompleteEvent() throws IOException {
        List<RunEvent> events = twentyTasks().events();
        byte[] whole = bytes(events);
        Path file = directory.resolve("cut.journal");
        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);

            WholeJournal journal = WholeJournal.read(file);

            // The line end may be missing; the event is complete.
            int written = completeLines(cut) - 1 + (length < whole.length && whole[length] == '\n' ? 1 : 0);
            assertThat(journal.events()).as("cut at " + length).isEqualTo(events.subList(0, Math.max(0, written)));
        }
    }

    @Test
    void cutJournalIsContinuedWithoutItsTornLine() throws IOException {
        List<RunEvent> events = twentyTasks().events();
        byte[] whole = bytes(events);
        Path file = directory.resolve("continued.journal");
        for (int length = 0; length <= whole.length; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            List<RunEvent> expected = new ArrayList<>(WholeJournal.read(file).events());
            expected.add(events.get(3));

            try (JournalWriter writer = JournalWriter.append(file, lost -> {
                throw new AssertionError(lost);
            })) {
                writer.event(events.get(3));
            }
            assertThat(WholeJournal.read(file)).as("cut at " + length).isEqualTo(new WholeJournal(expected, false));
        }
    }

    @Test
    void zerosAfterTheLastLineAreTorn() throws IOException {
        // Some file systems leave zeros at the end of a growing file when the power fails.
        List<RunEvent> events = twentyTasks().events();
        byte[] whole = bytes(events);
        Path file = Files.write(directory.resolve("zeros.journal"), Arrays.copyOf(whole, whole.length + 4096));

        assertThat(WholeJournal.read(file)).isEqualTo(new WholeJournal(events, true));
    }

    @Test
    void damagedMiddleIsReported() throws IOException {
        String text = new String(bytes(twentyTasks().events()), StandardCharsets.UTF_8);
        Path file = Files.writeString(
                directory.resolve("damaged.journal"),
                text.replaceFirst("\"event\":\"TaskEnded\"", "\"event\":TaskEnd"));

        assertThatThrownBy(() -> WholeJournal.read(file))
                .isInstanceOf(UnreadableJournalException.class)
                .hasMessageStartingWith(file + ": line 4: the journal is damaged here (")
                .hasMessageEndingWith("); restore the file from a copy, or remove this line and all later ones");
    }

    @Test
    void newerVersionIsRejected() throws IOException {
        Path file = Files.writeString(
                directory.resolve("newer.journal"), "{\"journal\":\"tasker\",\"version\":2}\nanything\n");

        assertThatThrownBy(() -> WholeJournal.read(file))
                .isInstanceOf(UnreadableJournalException.class)
                .hasMessage(file + ": line 1: the journal has format version 2, but this Tasker reads versions up to 1;"
                        + " use the Tasker that wrote it, or a newer one");
    }

    @Test
    void otherFileIsRejected() throws IOException {
        Path file = Files.writeString(directory.resolve("other.txt"), "task=0\nhostname=h\n");

        assertThatThrownBy(() -> WholeJournal.read(file))
                .isInstanceOf(UnreadableJournalException.class)
                .hasMessage(file + ": line 1: this is not the journal of a run; journals end with .journal");
    }

    @Test
    void directoryIsRejected() {
        assertThatThrownBy(() -> WholeJournal.read(directory))
                .isInstanceOf(UnreadableJournalException.class)
                .hasMessage(directory + ": cannot be read: Is a directory");
    }

    @Test
    void missingFileHasAnExceptionOfItsType() {
        assertThatThrownBy(() -> WholeJournal.read(directory.resolve("missing.journal")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static SampleRun twentyTasks() {
        SampleRun run = new SampleRun();
        for (int i = 0; i < 20; i++) {
            run.task(key(i), "web" + i, "echo \u00e4\u20ac\uD83D\uDE00", i % 5 == 4 ? 1 : 0, "gr\u00fc\u00dfe\n", 12)
                    .move(key(i), i + 1, false, "successful");
        }
        return run.runEnd(0, "no task follows task 19", key(19));
    }

    private static byte[] bytes(List<RunEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(JournalHeader.line());
        events.forEach(event -> bytes.writeBytes(EventCodec.encode(event)));
        return bytes.toByteArray();
    }

    private static int completeLines(byte[] bytes) {
        int lines = 0;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }
}
