package io.jenkins.plugins.tasker.agent.protocol;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the values of one frame. Never allocates more than the frame has bytes. */
final class FrameReader {

    private final ByteBuffer bytes;

    FrameReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int oneByte() throws MalformedFrameException {
        try {
            return bytes.get() & 0xff;
        } catch (BufferUnderflowException e) {
            throw cut();
        }
    }

    boolean flag() throws MalformedFrameException {
        int value = oneByte();
        if (value > 1) {
            throw new MalformedFrameException("a flag with the value " + value);
        }
        return value == 1;
    }

    int number() throws MalformedFrameException {
        try {
            return bytes.getInt();
        } catch (BufferUnderflowException e) {
            throw cut();
        }
    }

    /** Reads a number that must not be negative. */
    int count() throws MalformedFrameException {
        int value = number();
        if (value < 0) {
            throw new MalformedFrameException("the negative count " + value);
        }
        return value;
    }

    /** Reads the number of values that follow, each of at least one byte. */
    int items() throws MalformedFrameException {
        int value = count();
        if (value > bytes.remaining()) {
            throw cut();
        }
        return value;
    }

    long longNumber() throws MalformedFrameException {
        try {
            return bytes.getLong();
        } catch (BufferUnderflowException e) {
            throw cut();
        }
    }

    String text() throws MalformedFrameException {
        int width = oneByte();
        int length = count();
        if (width > FrameWriter.WIDE) {
            throw new MalformedFrameException("a text of the unknown form " + width);
        }
        if (length > bytes.remaining() / (width + 1)) {
            throw cut();
        }
        if (width == FrameWriter.NARROW) {
            byte[] characters = new byte[length];
            bytes.get(characters);
            return new String(characters, StandardCharsets.ISO_8859_1);
        }
        String text = bytes.slice().asCharBuffer().limit(length).toString();
        bytes.position(bytes.position() + Character.BYTES * length);
        return text;
    }

    void end() throws MalformedFrameException {
        if (bytes.hasRemaining()) {
            throw new MalformedFrameException(bytes.remaining() + " bytes after the last value of a frame");
        }
    }

    private static MalformedFrameException cut() {
        return new MalformedFrameException("a frame that ends within a value");
    }
}
