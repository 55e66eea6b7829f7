package io.jenkins.plugins.tasker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A damaged journal is either read, or rejected with a reason. */
class DamagedJournalTest {

    private static final List<byte[]> PIECES = List.of(
            bytes("{\"journal\":\"tasker\",\"version\":1}\n"),
            bytes("{\"journal\":\"tasker\",\"version\":-99999999999999999999}\n"),
            bytes("{\"event\":\"Note\",\"level\":\"INFO\",\"text\":\"x\"}\n"),
            bytes("{\"event\":\"Returned\",\"task\":{\"task\":1e999999999},\"code\":1}\n"),
            bytes("[".repeat(5000)),
            bytes("{\"a\":".repeat(5000)),
            bytes("\"" + "x".repeat(100_000)),
            bytes("9".repeat(10_000)),
            new byte[] {0, (byte) 0xFF, (byte) 0xC0, '\n'});

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param at the index, in thousandths of the length */
    private record Damage(int at, int removed, byte[] put) {

        byte[] to(byte[] whole) {
            int start = whole.length * at / 1000;
            int end = Math.min(whole.length, start + removed);
            ByteArrayOutputStream damaged = new ByteArrayOutputStream();
            damaged.write(whole, 0, start);
            damaged.writeBytes(put);
            damaged.write(whole, end, whole.length - end);
            return damaged.toByteArray();
        }
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<byte[]> put = Arbitraries.oneOf(
                Arbitraries.of(PIECES),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(20),
                Arbitraries.strings()
                        .withChars("{}[]\",:\\\n0-9a-z")
                        .ofMaxLength(20)
                        .map(DamagedJournalTest::bytes));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 300),
                        put)
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void damagedJournalIsReadOrRejectedWithAReason(@ForAll("damages") List<Damage> damages) throws IOException {
        Path file = Files.createTempFile("damaged", ".journal");
        try {
            byte[] content = whole(file);
            for (Damage damage : damages) {
                content = damage.to(content);
            }
            Files.write(file, content);
            assertReadOrRejected(file);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRejectedWithAReason(@ForAll byte[] content) throws IOException {
        Path file = Files.createTempFile("any", ".journal");
        try {
            Files.write(file, content);
            assertReadOrRejected(file);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] whole(Path file) throws IOException {
        Files.delete(file);
        try (JournalWriter writer = JournalWriter.append(file, lost -> {
            throw new AssertionError(lost);
        })) {
            SampleRun run = new SampleRun();
            for (int task = 0; task < 5; task++) {
                run.move(SampleRun.key(task), task + 1, true, "successful");
            }
            run.events().forEach(writer::event);
        }
        return Files.readAllBytes(file);
    }

    /** Another exception would break a page or a run. Events that were read must always make a record. */
    private static void assertReadOrRejected(Path file) throws IOException {
        try {
            List<RunEvent> events = WholeJournal.read(file).events();
            RunRecord.of(events);
        } catch (UnreadableJournalException e) {
            assertThat(e).hasMessageStartingWith(file.toString()).message().contains("; ");
        }
    }
}
