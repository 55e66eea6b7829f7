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
 * One thread that reads the output of all processes, however many there are. It waits in a selector and has nothing to do
 * while nothing happens; without any process there is no thread after some seconds.
 *
 * <p>Listeners of commands are called here, and so is what was attached to {@link RunningCommand#result()}: as long as
 * they take, no output of any command is read.
 */
final class OutputPump implements AutoCloseable {

    /**
     * How often to look at those processes that are about to end or whose pipes no selector can watch: soon after something
     * happened, then less and less.
     */
    private static final long SHORTEST_PAUSE_MILLIS = 1;

    private static final long LONGEST_PAUSE_MILLIS = 25;

    private static final long UNTIL_SOMETHING_HAPPENS = 0;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ExecutorService thread = DaemonThreads.pool("tasker-output", 1);
    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();

    // From here on for the thread only.
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Set<ProcessReading> readings = new HashSet<>();
    private final Set<ProcessReading> lookedAt = new HashSet<>();
    private long pause = SHORTEST_PAUSE_MILLIS;
    private long lastLook;

    private record Source(ProcessReading reading, ProcessReading.Stream stream) {}

    OutputPump() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("The output of processes cannot be watched on this machine", e);
        }
    }

    /** Reads the output of a process from now on. */
    void add(ProcessReading reading) {
        submit(() -> with(reading, () -> begin(reading)));
        if (reading.isPolled()) {
            reading.process().onExit().thenRun(() -> submit(() -> look(reading)));
        }
    }

    /** Takes what a process has printed so far and ends its command, whoever still holds its streams. */
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
        while (!readings.isEmpty() || !mayRest()) {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            if (!readings.isEmpty()) {
                waitAndRead();
            }
        }
    }

    /** Whether there is really nothing to do: a task can have come while we went to rest. */
    private boolean mayRest() {
        running.set(false);
        return tasks.isEmpty() || !running.compareAndSet(false, true);
    }

    private void begin(ProcessReading reading) {
        readings.add(reading);
        for (ProcessReading.Stream stream : reading.streams()) {
            stream.pipe.channel().ifPresent(channel -> register(channel, new Source(reading, stream)));
        }
        look(reading);
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
            selector.select(this::ready, lookedAt.isEmpty() ? UNTIL_SOMETHING_HAPPENS : pause);
        } catch (IOException | RuntimeException e) {
            List.copyOf(readings).forEach(reading -> with(reading, () -> reading.fail(e)));
        }
        long now = System.nanoTime();
        if (now - lastLook >= TimeUnit.MILLISECONDS.toNanos(pause)) {
            lastLook = now;
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            List.copyOf(lookedAt).forEach(this::look);
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
        look(source.reading);
    }

    private void look(ProcessReading reading) {
        with(reading, () -> {
            boolean read = reading.look(buffer);
            if (reading.needsLooks() && (lookedAt.add(reading) || read)) {
                pause = SHORTEST_PAUSE_MILLIS;
            }
        });
    }

    /** A mistake with one command must not end the reading of all others. */
    private void with(ProcessReading reading, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            reading.fail(e);
        }
        if (reading.isDone() && readings.remove(reading)) {
            lookedAt.remove(reading);
            for (ProcessReading.Stream stream : reading.streams()) {
                stream.pipe.channel().map(channel -> channel.keyFor(selector)).ifPresent(OutputPump::forget);
            }
        }
    }

    /** The pipe may lie idle for long and must not hold on to the output of the command that had it last. */
    private static void forget(SelectionKey key) {
        key.attach(null);
        ignore(key);
    }

    /** A pipe whose end was reached would be reported again and again. */
    private static void ignore(SelectionKey key) {
        if (key.isValid()) {
            key.interestOps(0);
        }
    }

    /** Stops whatever still runs, and the thread. */
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
