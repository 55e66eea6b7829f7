package io.jenkins.plugins.tasker.command.output;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Decodes the bytes of one stream as they arrive (rule 5.10). Decodes UTF-8, replaces malformed input with the replacement
 * character, and CRLF and CR with LF. The bytes may be cut anywhere.
 */
final class TextDecoder {

    private static final int CHUNK = 32 * 1024;
    private static final int LONGEST_SEQUENCE = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    /** The start of a character that is incomplete so far; ready for more bytes. */
    private final ByteBuffer partial = ByteBuffer.allocate(LONGEST_SEQUENCE);

    private boolean afterCarriageReturn;

    /** Consumes all bytes and emits their text. Keeps an incomplete character at the end for the next call. */
    void decode(ByteBuffer bytes, Consumer<String> text) {
        CharBuffer chars = CharBuffer.allocate(Math.min(bytes.remaining() + LONGEST_SEQUENCE, CHUNK));
        while (partial.position() > 0 && bytes.hasRemaining()) {
            partial.put(bytes.get());
            partial.flip();
            decoder.decode(partial, chars, false);
            partial.compact();
        }
        while (decoder.decode(bytes, chars, false).isOverflow()) {
            flush(chars, text);
        }
        partial.put(bytes);
        flush(chars, text);
    }

    /** Called at the end of the stream. An incomplete character is then malformed. */
    void end(Consumer<String> text) {
        CharBuffer chars = CharBuffer.allocate(2 * LONGEST_SEQUENCE);
        partial.flip();
        decoder.decode(partial, chars, true);
        decoder.flush(chars);
        flush(chars, text);
    }

    private void flush(CharBuffer chars, Consumer<String> text) {
        String decoded = chars.flip().toString();
        chars.clear();
        if (decoded.isEmpty()) {
            return;
        }
        boolean plain = !afterCarriageReturn && decoded.indexOf('\r') < 0;
        String unified = plain ? decoded : withUnifiedLineEnds(decoded);
        if (!unified.isEmpty()) {
            text.accept(unified);
        }
    }

    private String withUnifiedLineEnds(String text) {
        StringBuilder unified = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' || !afterCarriageReturn) {
                unified.append(c == '\r' ? '\n' : c);
            }
            afterCarriageReturn = c == '\r';
        }
        return unified.toString();
    }
}
