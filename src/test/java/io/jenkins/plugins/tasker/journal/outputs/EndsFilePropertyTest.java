package io.jenkins.plugins.tasker.journal.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EndsFilePropertyTest {

    private static final Pattern GAP =
            Pattern.compile("\n\\[\\.\\.\\. (\\d+) characters? \\.\\.\\.\\]\n", Pattern.DOTALL);

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of("a", "bc", "\u00e4", "\u20ac", "\uD83D\uDE00", "xyz\n", "0123456789")
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 500)
    @Label("16.13 a file holds the whole text if it fits, else both ends with the number of characters in between")
    void ends(@ForAll("pieces") List<String> pieces, @ForAll @IntRange(min = 2, max = 200) int limit)
            throws IOException {
        String text = String.join("", pieces);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        Path directory = Files.createTempDirectory("ends");
        Path target = directory.resolve("7.stdout");
        try (EndsFile file = new EndsFile(target, limit)) {
            Writer writer = new OutputStreamWriter(file, StandardCharsets.UTF_8);
            for (String piece : pieces) {
                writer.write(piece);
                writer.flush();
            }
            file.finish(text.length());
        }

        String stored = Files.readString(target);
        if (bytes <= limit) {
            assertThat(stored).isEqualTo(text);
        } else if (bytes > limit + 1) {
            Matcher gap = GAP.matcher(stored);
            assertThat(gap.find()).isTrue();
            String first = stored.substring(0, gap.start());
            String last = stored.substring(gap.end());
            assertThat(text).startsWith(first).endsWith(last);
            assertThat(Long.parseLong(gap.group(1))).isEqualTo(text.length() - first.length() - last.length());
            assertThat(size(first)).isBetween((limit + 1) / 2 - 3, (limit + 1) / 2);
            assertThat(size(last)).isBetween((limit + 1) / 2 - 3, (limit + 1) / 2);
        }
        assertThat(Files.list(directory)).containsExactly(target);
        Files.delete(target);
        Files.delete(directory);
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
