package io.jenkins.plugins.tasker.command.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An output")
class OutputTest {

    /** Outputs of each kind of storage. */
    enum Place {
        MEMORY {
            @Override
            Output keep(String text) {
                return Output.of(text);
            }
        },
        FILE {
            @Override
            Output keep(String text) {
                return spooled(text);
            }
        };

        abstract Output keep(String text);
    }

    private Output output = Output.EMPTY;

    @AfterEach
    void close() {
        output.close();
    }

    static Output spooled(String text) {
        try {
            Spool spool = new TemporaryFile();
            spool.write(text.getBytes(StandardCharsets.UTF_8));
            return new SpooledOutput(spool, text.length(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Reader reader) throws IOException {
        try (reader) {
            StringBuilder text = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                text.append((char) c);
            }
            return text.toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("can be read from the start any number of times")
    void readAgain(Place place) throws IOException {
        output = place.keep("a\u00e4\ud83d\ude00\n");

        assertThat(output.length()).isEqualTo(5);
        assertThat(read(output.reader())).isEqualTo("a\u00e4\ud83d\ude00\n");
        assertThat(read(output.reader())).isEqualTo("a\u00e4\ud83d\ude00\n");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("has a head that never splits a surrogate pair")
    void head(Place place) {
        output = place.keep("a\ud83d\ude00b");

        assertThat(output.head(0)).isEmpty();
        assertThat(output.head(1)).isEqualTo("a");
        assertThat(output.head(2)).isEqualTo("a");
        assertThat(output.head(3)).isEqualTo("a\ud83d\ude00");
        assertThat(output.head(Integer.MAX_VALUE)).isEqualTo("a\ud83d\ude00b");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("8.3 contains a text across the borders of read buffers")
    void containsAcrossBorders(Place place) {
        String text = "x".repeat(100) + "needle";
        for (int position : new int[] {8_190, 8_192, 16_381, 32_765, 65_533, 100_000}) {
            output = place.keep("x".repeat(position) + text + "x".repeat(50));

            assertThat(output.contains("xneedlex")).isTrue();
            assertThat(output.contains("needlen")).isFalse();
            output.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("8.3 contains a text that follows several partial occurrences")
    void containsRepetitive(Place place) {
        output = place.keep("aabaabaaabaab".repeat(3_000) + "aabaaabaac");

        assertThat(output.contains("aabaaabaac")).isTrue();
        assertThat(output.contains("aabaabaac")).isFalse();
        assertThat(output.contains("")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("1.4 is blank if it consists of white space of any kind")
    void blank(Place place) {
        output = place.keep(" \t\n\u00a0\u3000");
        assertThat(output.isBlank()).isTrue();
        output.close();

        output = place.keep(" ".repeat(100_000) + ".");
        assertThat(output.isBlank()).isFalse();
    }

    @ParameterizedTest(name = "{1} in [{0}]")
    @CsvSource(
            quoteCharacter = '\'',
            value = {"'',0", "' | |',0", "a,1", "a|,1", "'| a|b |',2", "a||b,3", "'a|| |b||',4", "|||a,1"})
    @DisplayName("6.4 counts the lines that remain after trimming")
    void lineCount(String text, long lines) {
        for (Place place : Place.values()) {
            output = place.keep(text.replace('|', '\n'));

            assertThat(output.lineCount()).as(place.name()).isEqualTo(lines);
            output.close();
        }
    }

    @Test
    @DisplayName("in a file stays readable after a reading thread was interrupted")
    void interruptedReader() throws IOException {
        output = spooled("text");
        Thread.currentThread().interrupt();

        assertThat(output.contains("ext")).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(read(output.reader())).isEqualTo("text");
    }

    @Test
    @DisplayName("in a file is unreadable after it was closed")
    void closed() {
        output = spooled("text");
        output.close();

        assertThatThrownBy(() -> output.head(1)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    @DisplayName("in a file has no name in the directory for temporary files, even while it is open")
    void noName() throws IOException {
        Set<String> before = temporaryFiles();
        output = spooled("text");

        // other processes may have left files
        assertThat(before).containsAll(temporaryFiles());
    }

    private static Set<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("tasker-output-"))
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    @DisplayName("16.13 returns its end without splitting a character")
    void end(Place place) {
        output = place.keep("start " + "\u00e4\uD83D\uDE00".repeat(3));

        assertThat(output.end(4)).isEqualTo("\u00e4\uD83D\uDE00");
        assertThat(output.end(3)).isEqualTo("\u00e4\uD83D\uDE00");
        assertThat(output.end(1)).isEmpty();
        assertThat(output.end(100)).isEqualTo("start " + "\u00e4\uD83D\uDE00".repeat(3));
    }
}
