package io.jenkins.plugins.tasker.agent.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The receiving end of a stream. Collects the bytes of a frame, however the stream cuts them, and passes on each message. Holds at most
 * one frame; a declared length allocates nothing before its bytes have arrived.
 *
 * <p>The first malformed byte ends the stream: all later writes fail.
 */
public final class FrameReceiver<M> extends OutputStream {

    private static final int LENGTH = Integer.BYTES;
    private static final int FIRST_ALLOCATION = 1024;

    /** Receives messages on the thread that writes to the stream. Must not block. */
    public interface Handler<M> {

        /** @param bytes length of the frame */
        void message(M message, int bytes);

        /** Called once, when the sender has closed the stream. */
        void closed();

        /** Called once, when the stream contains a malformed frame. {@link #closed} does not follow. */
        void malformed(String reason);
    }

    private enum State {
        HEADER,
        LENGTH,
        FRAME,
        ENDED
    }

    private final Framing<M> framing;
    private final Handler<M> handler;
    private byte[] part = new byte[FIRST_ALLOCATION];
    private int filled;
    private int expected = Framing.header().length;
    private State state = State.HEADER;

    public FrameReceiver(Framing<M> framing, Handler<M> handler) {
        this.framing = framing;
        this.handler = handler;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        int position = offset;
        int end = offset + length;
        while (position < end) {
            if (state == State.ENDED) {
                throw new IOException("the stream has ended");
            }
            int taken = Math.min(expected - filled, end - position);
            reserve(filled + taken);
            System.arraycopy(bytes, position, part, filled, taken);
            filled += taken;
            position += taken;
            if (filled == expected) {
                complete();
            }
        }
    }

    private void reserve(int size) {
        if (size > part.length) {
            part = Arrays.copyOf(part, Math.min(Math.max(size, 2 * part.length), Math.max(size, expected)));
        }
    }

    private void complete() throws MalformedFrameException {
        try {
            if (state == State.HEADER) {
                checkHeader();
                expect(State.LENGTH, LENGTH);
            } else if (state == State.LENGTH) {
                expect(State.FRAME, length());
            } else {
                int size = filled;
                M message = framing.message(part, size);
                expect(State.LENGTH, LENGTH);
                if (part.length > framing.largestFrame() / 16 + FIRST_ALLOCATION) {
                    part = new byte[FIRST_ALLOCATION];
                }
                handler.message(message, size + LENGTH);
            }
        } catch (MalformedFrameException e) {
            state = State.ENDED;
            part = new byte[0];
            handler.malformed(e.getMessage());
            throw e;
        }
    }

    private void expect(State next, int bytes) {
        state = next;
        expected = bytes;
        filled = 0;
    }

    private void checkHeader() throws MalformedFrameException {
        byte[] header = Framing.header();
        int last = header.length - 1;
        if (!Arrays.equals(part, 0, last, header, 0, last)) {
            throw new MalformedFrameException("an unknown header");
        }
        if (part[last] != header[last]) {
            throw new MalformedFrameException(
                    "version " + part[last] + " of the protocol, while this side uses version " + header[last]);
        }
    }

    private int length() throws MalformedFrameException {
        int length = new FrameReader(java.nio.ByteBuffer.wrap(part, 0, LENGTH)).number();
        if (length <= 0 || length > framing.largestFrame()) {
            throw new MalformedFrameException("a frame with a length of " + length);
        }
        return length;
    }

    @Override
    public synchronized void close() {
        if (state != State.ENDED) {
            state = State.ENDED;
            part = new byte[0];
            handler.closed();
        }
    }
}
