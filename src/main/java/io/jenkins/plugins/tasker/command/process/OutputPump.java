package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.RunningCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads the output of all processes with one thread, which waits in a selector. The thread ends after some seconds without
 * processes.
 *
 * <p>The thread also calls listeners of commands and the callbacks of {@link RunningCommand#result()}. While they run, it
 * reads no output.
 */
final class OutputPump implements AutoCloseable {

    /** Pause between polls of processes that are about to end or have no selectable pipe. Doubles while nothing happens. */
    private static final long SHORTEST_PAUSE_MILLIS = 1;

    private static final long LONGEST_PAUSE_MILLIS = 25;

    private static final long NO_TIMEOUT = 0;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ExecutorService thread = DaemonThreads.pool("tasker-output", 1);
    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();

    // used by the thread only
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Set<ProcessReading> readings = new HashSet<>();
    private final Set<ProcessReading> polled = new HashSet<>();
    private long pause = SHORTEST_PAUSE_MILLIS;
    private long lastPoll;

    private record Source(ProcessReading reading, ProcessReading.Stream stream) {}

    OutputPump() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("The output of processes cannot be watched on this machine", e);
        }
    }

    /** Starts reading the output of a process. */
    void add(ProcessReading reading) {
        submit(() -> with(reading, () -> begin(reading)));
        if (reading.isPolled()) {
            reading.process().onExit().thenRun(() -> submit(() -> poll(reading)));
        }
    }

    /** Reads the output so far and ends the command, even if other processes hold its streams. */
    void stop(ProcessReading reading) {
        submit(() -> with(reading, () -> reading.stop(buffer)));
    }

    private void submit(Runnable task) {
        tasks.add(task);
        if (!running.compareAndSet(false, true)) {
            selector.wakeup();
        } else if (!thread.isShutdown()) {
            thread.execute(this::run);
        }
    }

    private void run() {
        while (!readings.isEmpty() || !isIdle()) {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            if (!readings.isEmpty()) {
                waitAndRead();
            }
        }
    }

    /** Marks the thread as idle. Returns false if a task has arrived in the meantime. */
    private boolean isIdle() {
        running.set(false);
        return tasks.isEmpty() || !running.compareAndSet(false, true);
    }

    private void begin(ProcessReading reading) {
        readings.add(reading);
        for (ProcessReading.Stream stream : reading.streams()) {
            stream.pipe.channel().ifPresent(channel -> register(channel, new Source(reading, stream)));
        }
        poll(reading);
    }

    private void register(SelectableChannel channel, Source source) {
        try {
            channel.register(selector, SelectionKey.OP_READ, source);
        } catch (ClosedChannelException e) {
            throw new IllegalStateException("A pipe in use was closed", e);
        }
    }

    private void waitAndRead() {
        try {
            selector.select(this::ready, polled.isEmpty() ? NO_TIMEOUT : pause);
        } catch (IOException | RuntimeException e) {
            List.copyOf(readings).forEach(reading -> with(reading, () -> reading.fail(e)));
        }
        long now = System.nanoTime();
        if (now - lastPoll >= TimeUnit.MILLISECONDS.toNanos(pause)) {
            lastPoll = now;
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            List.copyOf(polled).forEach(this::poll);
        }
    }

    private void ready(SelectionKey key) {
        Source source = (Source) key.attachment();
        if (source == null) {
            ignore(key);
            return;
        }
        with(source.reading, () -> source.reading.read(source.stream, buffer));
        if (source.stream.hasEnded()) {
            ignore(key);
        }
        poll(source.reading);
    }

    private void poll(ProcessReading reading) {
        with(reading, () -> {
            boolean read = reading.poll(buffer);
            if (reading.needsPolls() && (polled.add(reading) || read)) {
                pause = SHORTEST_PAUSE_MILLIS;
            }
        });
    }

    /** Runs an action for one command. Its failure must not stop the reading of other commands. */
    private void with(ProcessReading reading, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            reading.fail(e);
        }
        if (reading.isDone() && readings.remove(reading)) {
            polled.remove(reading);
            for (ProcessReading.Stream stream : reading.streams()) {
                stream.pipe.channel().map(channel -> channel.keyFor(selector)).ifPresent(OutputPump::forget);
            }
        }
    }

    /** Detaches the last command from a pipe, so that an idle pipe does not retain its output. */
    private static void forget(SelectionKey key) {
        key.attach(null);
        ignore(key);
    }

    /** The selector would report a pipe at its end again and again. */
    private static void ignore(SelectionKey key) {
        if (key.isValid()) {
            key.interestOps(0);
        }
    }

    /** Stops all readings and the thread. */
    @Override
    public void close() {
        submit(() -> {
            List.copyOf(readings).forEach(reading -> with(reading, () -> reading.stop(buffer)));
            try {
                selector.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            thread.shutdown();
        });
    }
}
