package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.output.OutputCollector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/**
 * Reads both output streams of one process until its output is complete. Used by the thread of {@link OutputPump} only.
 *
 * <pre>
 * reading --(both streams ended, process ended)--> done
 *         --(stop)-------------------------------> done
 * </pre>
 *
 * A process can end while background processes of it still hold its streams. What they print belongs to the output
 * (rule 5.10), so they are waited for; the time limit of the command ends that with all others of its processes.
 */
final class ProcessReading {

    /** Several buffers in a row from one stream, then the others have their turn. */
    private static final int BUFFERS_PER_TURN = 4;

    /** Between the end of the streams and the end of the process there are some 50 µs normally. */
    private static final long USUAL_END_MILLIS = 1;

    private final LocalCommand command;
    private final Process process;
    private final Stream[] streams;
    private final boolean polled;
    private boolean exited;
    private boolean done;
    private long lastOutputAt = System.nanoTime();

    /** One stream: where it comes from and where it goes. */
    static final class Stream {

        final OutputPipe pipe;
        private final OutputCollector collector;
        private boolean ended;
        private boolean failed;

        Stream(OutputPipe pipe, OutputCollector collector) {
            this.pipe = pipe;
            this.collector = collector;
        }

        boolean hasEnded() {
            return ended;
        }

        private void end() {
            ended = true;
            collector.end();
        }

        private void close() {
            pipe.close(ended && !failed);
            if (!ended) {
                end();
            }
        }
    }

    ProcessReading(LocalCommand command, Process process, Stream... streams) {
        this.command = command;
        this.process = process;
        this.streams = streams;
        this.polled = streams[0].pipe.channel().isEmpty();
    }

    Process process() {
        return process;
    }

    Stream[] streams() {
        return streams;
    }

    boolean isDone() {
        return done;
    }

    /** Whether no selector tells that there is something to read. */
    boolean isPolled() {
        return polled;
    }

    /** Whether {@link #look} should be called soon although no selector has anything to tell. */
    boolean needsLooks() {
        return !done && (polled || hasEnded() || (streams[1].ended && command.isWrapped()));
    }

    /** Reads what is there now. */
    void read(Stream stream, ByteBuffer buffer) {
        for (int i = 0; i < BUFFERS_PER_TURN && !stream.ended; i++) {
            int count = readOnce(stream, buffer);
            if (count == 0) {
                break;
            }
            lastOutputAt = System.nanoTime();
        }
        if (hasEnded() && !exited) {
            awaitUsualEnd();
        }
    }

    private int readOnce(Stream stream, ByteBuffer buffer) {
        buffer.clear();
        int count;
        try {
            count = stream.pipe.read(buffer);
        } catch (IOException e) {
            stream.failed = true;
            count = -1;
        }
        if (count < 0) {
            stream.end();
        } else {
            stream.collector.accept(buffer.flip());
        }
        return count;
    }

    private boolean hasEnded() {
        return streams[0].ended && streams[1].ended;
    }

    /** Normally the process ends at the same time, so that waiting for that moment is the fastest way to see it. */
    private void awaitUsualEnd() {
        try {
            if (process.waitFor(USUAL_END_MILLIS, TimeUnit.MILLISECONDS)) {
                exited = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Looks whether the process has ended and its output is complete, and reads what no selector tells of. A command in
     * termination ends by {@link #stop} only.
     *
     * @return whether there was something to read
     */
    boolean look(ByteBuffer buffer) {
        long before = lastOutputAt;
        if (!done && !exited && !process.isAlive()) {
            exited = true;
        }
        if (!done && polled) {
            readRest(buffer);
        }
        if (!done && exited && (hasEnded() || command.isOutputComplete()) && command.mayEnd()) {
            finish();
        }
        return lastOutputAt != before;
    }

    /** Nobody is waited for any longer: takes what is there now. */
    void stop(ByteBuffer buffer) {
        if (!done) {
            readRest(buffer);
            finish();
        }
    }

    private void readRest(ByteBuffer buffer) {
        for (Stream stream : streams) {
            read(stream, buffer);
        }
    }

    /** Something went wrong here, not in the command; its output is lost. */
    void fail(Throwable cause) {
        if (!done) {
            done = true;
            for (Stream stream : streams) {
                stream.pipe.close(false);
            }
            command.failed(cause);
        }
    }

    private void finish() {
        done = true;
        for (Stream stream : streams) {
            stream.close();
        }
        command.ended(streams[0].collector, streams[1].collector);
    }
}
