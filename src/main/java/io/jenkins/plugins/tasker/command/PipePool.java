package io.jenkins.plugins.tasker.command;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Pipes of our own for the output of processes, instead of those that {@link ProcessBuilder} makes. Java closes its pipes
 * when the process ends; what background processes of it print a moment later ({@code exec > >(tee log)}) would be lost.
 * Ours stay open, tell by their end whether anybody still holds them, and one selector watches all of them.
 *
 * <p>A pipe at whose end we arrived is empty and nobody else's: it is used again. New ones are made in growing batches,
 * because each batch means looking through the open files of this process ({@link ReopenablePipe#open}).
 */
final class PipePool implements PipeSupply {

    private static final int FIRST_BATCH = 8;
    private static final int LARGEST_BATCH = 512;

    private final Deque<ReopenablePipe> free = new ArrayDeque<>();
    private int batch = FIRST_BATCH;
    private boolean closed;

    /** @throws IOException if this system does not name open pipes, or there are too many open files */
    PipePool() throws IOException {
        grow();
    }

    @Override
    public synchronized OutputPipe[] take() throws IOException {
        if (free.size() < 2) {
            grow();
        }
        return new OutputPipe[] {new PooledPipe(this, free.pop()), new PooledPipe(this, free.pop())};
    }

    synchronized void giveBack(ReopenablePipe pipe, boolean clean) {
        if (clean && !closed) {
            free.push(pipe);
        } else {
            pipe.close();
        }
    }

    private void grow() throws IOException {
        free.addAll(ReopenablePipe.open(batch));
        batch = Math.min(2 * batch, LARGEST_BATCH);
    }

    /** Also: pipes in use are closed when they come back. */
    @Override
    public synchronized void close() {
        closed = true;
        List<ReopenablePipe> pipes = new ArrayList<>(free);
        free.clear();
        pipes.forEach(ReopenablePipe::close);
    }
}
