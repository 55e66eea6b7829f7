package io.jenkins.plugins.tasker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCodecTest {

    @Provide
    Arbitrary<List<RunEvent>> anyEvents() {
        return Events.any().list().ofMaxSize(12);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anySequenceOfEventsSurvivesWritingAndReading(@ForAll("anyEvents") List<RunEvent> events) throws IOException {
        Path file = Files.createTempFile("any", ".journal");
        try {
            try (JournalWriter writer = JournalWriter.append(file, lost -> {
                throw new AssertionError(lost);
            })) {
                events.forEach(writer::event);
            }
            assertThat(WholeJournal.read(file)).isEqualTo(new WholeJournal(events, false));
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void anyEventSurvivesAsOneLine(@ForAll("anyEvent") RunEvent event) throws IOException {
        byte[] line = EventCodec.encode(event);

        assertThat(new String(line, StandardCharsets.UTF_8).indexOf('\n'))
                .isEqualTo(line(line).length());
        assertThat(EventCodec.decode(Arrays.copyOf(line, line.length - 1))).isEqualTo(event);
    }

    @Provide
    Arbitrary<RunEvent> anyEvent() {
        return Events.any();
    }

    @Test
    void generatorKnowsEveryRecordedEvent() {
        // Separate samples, because jqwik deliberately repeats elements within a generated list.
        Set<Class<?>> generated =
                Events.any().sampleStream().limit(2000).map(Object::getClass).collect(Collectors.toSet());

        List<Class<?>> recorded = Arrays.stream(RunEvent.class.getDeclaredClasses())
                .filter(type -> type.isRecord() && type != RunEvent.CommandEnded.class)
                .toList();
        assertThat(generated).containsExactlyInAnyOrderElementsOf(recorded);
    }

    @Test
    void halfSurrogatePairBecomesReplacementCharacter() throws IOException {
        RunEvent half = new RunEvent.Note(Level.INFO, Optional.empty(), "a\uD83Db\uDE00");

        assertThat(EventCodec.decode(EventCodec.encode(half)))
                .isEqualTo(new RunEvent.Note(Level.INFO, Optional.empty(), "a\uFFFDb\uFFFD"));
    }

    @Test
    void linesAreShort() {
        RunEvent moved = new SampleRun()
                .move(SampleRun.key(3), 4, false, "successful")
                .events()
                .get(1);

        assertThat(new String(EventCodec.encode(moved), StandardCharsets.UTF_8))
                .isEqualTo("{\"event\":\"Moved\",\"from\":{\"task\":3},\"to\":4,\"reason\":\"successful\"}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|it is not an event",
                "{}|it is not an event",
                "{\"event\":\"Exploded\"}|'Exploded' is not an event",
                "{\"event\":\"CommandEnded\"}|'CommandEnded' is not an event",
                "{\"event\":\"Returned\",\"code\":1}|field 'task' of Returned is missing",
                "{\"event\":\"Returned\",\"task\":{\"task\":\"1\"}}|VALUE_NUMBER_INT expected, but found VALUE_STRING",
                "{\"event\":\"Note\",\"level\":\"LOUD\"}|'LOUD' is not a Level",
                "{\"event\":\"RunEnded\",\"time\":\"yesterday\"}|'yesterday' is not a time",
                "{\"event\":\"Returned\",\"task\":{\"task\":1}}{}|text follows the event"
            })
    void faultOfALineIsReported(String line, String message) {
        assertThatThrownBy(() -> EventCodec.decode(line.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @Test
    void unknownFieldsAreIgnored() throws IOException {
        String line = "{\"event\":\"Returned\",\"later\":{\"a\":[1]},\"task\":{\"task\":1,\"later\":2},\"code\":5}";

        assertThat(EventCodec.decode(line.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new RunEvent.Returned(SampleRun.key(1), 5));
    }

    private static String line(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        return text.substring(0, text.length() - 1);
    }
}
