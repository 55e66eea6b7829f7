package io.jenkins.plugins.tasker.agent.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Appends values to the bytes of a stream. */
final class FrameWriter {

    /** Marks a text whose characters all fit into one byte. */
    static final int NARROW = 0;

    static final int WIDE = 1;

    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private ByteBuffer append(int length) {
        int end = Math.addExact(size, length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
        ByteBuffer place = ByteBuffer.wrap(bytes, size, length);
        size = end;
        return place;
    }

    void oneByte(int value) {
        append(1).put((byte) value);
    }

    void flag(boolean value) {
        oneByte(value ? 1 : 0);
    }

    void number(int value) {
        append(Integer.BYTES).putInt(value);
    }

    /** Replaces a number that was written before. */
    void numberAt(int position, int value) {
        ByteBuffer.wrap(bytes).putInt(position, value);
    }

    void longNumber(long value) {
        append(Long.BYTES).putLong(value);
    }

    void raw(byte[] value) {
        append(value.length).put(value);
    }

    /** Writes any text, unpaired surrogates included. */
    void text(String value) {
        if (value.chars().allMatch(c -> c < 256)) {
            oneByte(NARROW);
            number(value.length());
            raw(value.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            oneByte(WIDE);
            number(value.length());
            append(Math.multiplyExact(Character.BYTES, value.length()))
                    .asCharBuffer()
                    .put(value);
        }
    }
}
