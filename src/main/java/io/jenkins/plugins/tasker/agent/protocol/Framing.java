package io.jenkins.plugins.tasker.agent.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The binary form of one kind of message.
 *
 * <pre>
 * stream: header, frame...
 * header: the letters TSKR, version (1 byte)
 * frame:  length of the rest (4 bytes), type (1 byte), values
 * </pre>
 *
 * @param <M> {@link Order} or {@link Report}
 */
public abstract class Framing<M> {

    /** Changes with every change of the binary form. */
    static final int VERSION = 2;

    private static final byte[] MAGIC = "TSKR".getBytes(StandardCharsets.US_ASCII);

    private final int largestFrame;

    /** @param largestFrame maximum length of a frame, in bytes */
    Framing(int largestFrame) {
        this.largestFrame = largestFrame;
    }

    /** Writes type and values. */
    abstract void write(M message, FrameWriter to);

    abstract M read(int type, FrameReader from) throws MalformedFrameException;

    int largestFrame() {
        return largestFrame;
    }

    /** Returns the first bytes of each stream. */
    public static byte[] header() {
        byte[] header = Arrays.copyOf(MAGIC, MAGIC.length + 1);
        header[MAGIC.length] = VERSION;
        return header;
    }

    /**
     * Returns the frames of some messages.
     *
     * @throws IllegalArgumentException if a message is too large for a frame
     */
    public final byte[] frames(List<? extends M> messages) {
        FrameWriter frames = new FrameWriter();
        for (M message : messages) {
            int start = frames.size();
            frames.number(0);
            write(message, frames);
            int length = frames.size() - start - Integer.BYTES;
            if (length > largestFrame) {
                throw new IllegalArgumentException(
                        "the message has " + length + " bytes, the limit is " + largestFrame);
            }
            frames.numberAt(start, length);
        }
        return frames.toBytes();
    }

    final M message(byte[] frame, int length) throws MalformedFrameException {
        FrameReader values = new FrameReader(ByteBuffer.wrap(frame, 0, length));
        M message = read(values.oneByte(), values);
        values.end();
        return message;
    }

    static <E> E constant(E[] constants, int number) throws MalformedFrameException {
        if (number >= constants.length) {
            throw new MalformedFrameException("the unknown constant " + number);
        }
        return constants[number];
    }
}
