package io.jenkins.plugins.tasker.command.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("5.10 The bytes of a stream become text")
class TextDecoderTest {

    private final TextDecoder decoder = new TextDecoder();
    private final StringBuilder text = new StringBuilder();

    private void decode(byte... bytes) {
        decoder.decode(ByteBuffer.wrap(bytes), text::append);
    }

    private String end() {
        decoder.end(text::append);
        return text.toString();
    }

    @Test
    @DisplayName("even if a character arrives in pieces")
    void characterInPieces() {
        for (byte b : "\u00e4\u20ac\ud83d\ude00".getBytes(UTF_8)) {
            decode(b);
        }

        assertThat(end()).isEqualTo("\u00e4\u20ac\ud83d\ude00");
    }

    @Test
    @DisplayName("with a replacement character for invalid UTF-8")
    void invalidBytes() {
        decode((byte) 'a', (byte) 0xFF, (byte) 'b', (byte) 0xC3, (byte) 'c');

        assertThat(end()).isEqualTo("a\ufffdb\ufffdc");
    }

    @Test
    @DisplayName("with a replacement character for an incomplete character at the end")
    void incompleteAtEnd() {
        decode((byte) 'a', (byte) 0xE2, (byte) 0x82);

        assertThat(text).hasToString("a");
        assertThat(end()).isEqualTo("a\ufffd");
    }

    @Test
    @DisplayName("with LF for CRLF and CR")
    void lineEnds() {
        decode("a\r\nb\rc\n\r\r\nd\r".getBytes(UTF_8));

        assertThat(end()).isEqualTo("a\nb\nc\n\n\nd\n");
    }

    @Test
    @DisplayName("with one LF for a CRLF that arrives in pieces")
    void lineEndInPieces() {
        decode((byte) 'a', (byte) '\r');
        decode((byte) '\n', (byte) 'b');

        assertThat(end()).isEqualTo("a\nb");
    }

    @ParameterizedTest(name = "for the random seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("independently of how they are cut")
    void independentOfCuts(long seed) {
        Random random = new Random(seed);
        byte[] bytes = anyBytes(random);
        for (int from = 0; from < bytes.length; ) {
            int count = Math.min(1 + random.nextInt(40_000), bytes.length - from);
            decoder.decode(ByteBuffer.wrap(bytes, from, count), text::append);
            from += count;
        }

        assertThat(end())
                .isEqualTo(new String(bytes, UTF_8).replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static byte[] anyBytes(Random random) {
        String[] pieces = {"plain text ", "\u00e4", "\u20ac", "\ud83d\ude00", "\r", "\n", "\r\n"};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 50_000; i++) {
            int piece = random.nextInt(pieces.length + 1);
            if (piece == pieces.length) {
                bytes.write(random.nextInt(256));
            } else {
                bytes.writeBytes(pieces[piece].getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
