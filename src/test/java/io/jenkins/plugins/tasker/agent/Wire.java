package io.jenkins.plugins.tasker.agent;

import hudson.remoting.Callable;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection that carries streams as remoting does: one thread for each direction writes the bytes, in pieces that are cut anywhere.
 * Tests can cut it, or let it hang.
 */
final class Wire implements VirtualChannel, AutoCloseable {

    private final ExecutorService toAgent = Executors.newSingleThreadExecutor();
    private final ExecutorService toController = Executors.newSingleThreadExecutor();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile boolean cut;
    private boolean hangs;

    void cut() {
        cut = true;
    }

    /** Lets the agent read nothing more. The writer blocks, as one that waits for the window of a pipe. */
    synchronized void hang() {
        hangs = true;
    }

    /** Streams that were opened and not closed: what an export table would hold. */
    int openStreams() {
        return open.get();
    }

    /** All streams that were ever opened. */
    int openedStreams() {
        return opened.get();
    }

    OutputStream toAgent(OutputStream target) {
        return new Carried(target, toAgent);
    }

    OutputStream toController(OutputStream target) {
        return new Carried(target, toController);
    }

    private final class Carried extends OutputStream {

        private final OutputStream target;
        private final ExecutorService thread;
        private boolean closed;

        private Carried(OutputStream target, ExecutorService thread) {
            this.target = target;
            this.thread = thread;
            open.incrementAndGet();
            opened.incrementAndGet();
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (thread == toAgent) {
                awaitAgent();
            }
            if (cut || closed || thread.isShutdown()) {
                throw new IOException("the wire is cut");
            }
            byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
            thread.execute(() -> {
                try {
                    int middle = ThreadLocalRandom.current().nextInt(copy.length + 1);
                    target.write(copy, 0, middle);
                    target.write(copy, middle, copy.length - middle);
                } catch (IOException e) {
                    // the receiver has ended the stream
                }
            });
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open.decrementAndGet();
                if (!cut && !thread.isShutdown()) {
                    thread.execute(() -> {
                        try {
                            target.close();
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                }
            }
        }
    }

    private synchronized void awaitAgent() {
        try {
            while (hangs) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public <T> T export(Class<T> type, T instance) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws T {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) {
        throw new UnsupportedOperationException();
    }

    /** Ends the hang, and carries what was written. */
    @Override
    public void close() {
        synchronized (this) {
            hangs = false;
            notifyAll();
        }
        toAgent.shutdown();
        toController.shutdown();
    }

    @Override
    public void join() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void join(long timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void syncLocalIO() {
        throw new UnsupportedOperationException();
    }
}
