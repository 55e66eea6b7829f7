package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.output.OutputCollector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/**
 * Reads both output streams of one process until its output is complete. For the thread of the {@link OutputPump}.
 *
 * <pre>
 * reading --(both streams ended, process ended)--> done
 *         --(stop)-------------------------------> done
 * </pre>
 *
 * Background processes can hold the streams after the process has ended. Their output belongs to the command (rule 5.10), so
 * the reading waits for them. The time limit of the command ends them as well.
 */
final class ProcessReading {

    /** Buffers that are read from one stream before other streams follow. */
    private static final int BUFFERS_PER_TURN = 4;

    /** Usually a process ends 50 µs after its streams. */
    private static final long USUAL_END_MILLIS = 1;

    private final LocalCommand command;
    private final Process process;
    private final Stream[] streams;
    private final boolean polled;
    private boolean exited;
    private boolean done;
    private long lastOutputAt = System.nanoTime();

    /** One output stream with its collector. */
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

    /** Whether the pipes must be polled because no selector can watch them. */
    boolean isPolled() {
        return polled;
    }

    /** Whether {@link #poll} must be called although the selector reports no output. */
    boolean needsPolls() {
        return !done && (polled || hasEnded());
    }

    /** Reads available output. */
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

    /** The process usually ends with its streams; a short wait detects this fastest. */
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
     * Checks whether the process has ended and its output is complete; reads pipes without a selector. A command in
     * termination ends only by {@link #stop}.
     *
     * @return whether output was available
     */
    boolean poll(ByteBuffer buffer) {
        long before = lastOutputAt;
        if (!done && !exited && !process.isAlive()) {
            exited = true;
        }
        if (!done && polled) {
            readRest(buffer);
        }
        if (!done && exited && hasEnded() && command.mayEnd()) {
            finish();
        }
        return lastOutputAt != before;
    }

    /** Reads available output and ends the reading, without waiting for other processes. */
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

    /** Ends the reading after an internal error. The output is lost. */
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
