package io.jenkins.plugins.tasker.journal;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedJournalTest {

    @TempDir
    private Path directory;

    private Path file;
    private FollowedJournal followed;

    @BeforeEach
    void follow() {
        file = directory.resolve("run.journal");
        followed = new FollowedJournal(file);
    }

    private static SampleRun sample() {
        return new SampleRun()
                .task(key(0), "web1", "check", 0, "é\n", 5)
                .move(key(0), 1, false, "successful")
                .task(key(1), "web2", "deploy", 1, "", 5)
                .runEnd(1, "failed", key(1));
    }

    private static byte[] bytes(List<RunEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(JournalHeader.line());
        events.forEach(event -> bytes.writeBytes(EventCodec.encode(event)));
        return bytes.toByteArray();
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    @DisplayName("16.14 A journal that grows byte by byte is read to the same state as at once")
    void readsOnAfterEachByte() throws IOException {
        byte[] whole = bytes(sample().events());
        for (int i = 0; i < whole.length; i++) {
            append(Arrays.copyOfRange(whole, i, i + 1));
            Path copy = directory.resolve("copy.journal");
            Files.write(copy, Arrays.copyOf(whole, i + 1));

            assertThat(followed.read()).as("after byte " + i).isEqualTo(RunRecord.read(copy));
        }
        assertThat(followed.read()).isEqualTo(sample().record());
    }

    @Test
    @DisplayName("16.14 What was read is not read again")
    void readsOnlyWhatWasAppended() throws IOException {
        byte[] whole = bytes(sample().events());
        int half = bytes(sample().events().subList(0, 3)).length;
        append(Arrays.copyOf(whole, half));
        followed.read();
        // Damage that a second reading of the first half would find.
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.position(JournalHeader.line().length);
            channel.write(java.nio.ByteBuffer.wrap("damaged".getBytes()));
        }
        append(Arrays.copyOfRange(whole, half, whole.length));

        assertThat(followed.read()).isEqualTo(sample().record());
    }

    @Test
    void replacedJournalIsReadFromItsBeginning() throws IOException {
        append(bytes(sample().events()));
        followed.read();
        List<RunEvent> shorter = sample().events().subList(0, 3);
        Path other = Files.write(directory.resolve("other"), bytes(shorter));
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(followed.read()).isEqualTo(RunRecord.of(shorter));
    }

    @Test
    void repairedJournalIsReadOn() throws IOException {
        List<RunEvent> events = sample().events();
        append(bytes(events.subList(0, 3)));
        append("{\"event\":\"Task".getBytes());
        followed.read();
        try (JournalWriter writer = JournalWriter.append(file, lost -> {
            throw new AssertionError(lost);
        })) {
            events.subList(3, events.size()).forEach(writer::event);
        }

        assertThat(followed.read()).isEqualTo(sample().record());
    }

    @Test
    void damagedAndMissingJournalsFailEachTime() throws IOException {
        assertThatThrownBy(followed::read).isInstanceOf(NoSuchFileException.class);
        append(bytes(sample().events()));
        append("damaged\n".getBytes());
        append(EventCodec.encode(sample().events().get(0)));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(followed::read)
                    .isInstanceOf(UnreadableJournalException.class)
                    .hasMessageContaining("line " + (sample().events().size() + 2) + ": ");
        }
    }
}
