package io.jenkins.plugins.tasker.command.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Pipes of our own for the output of processes, instead of those that {@link ProcessBuilder} makes. Java closes its pipes
 * when the process ends; what background processes of it print a moment later ({@code exec > >(tee log)}) would be lost.
 * Ours stay open, tell by their end whether anybody still holds them, and one selector watches all of them.
 *
 * <p>A pipe at whose end we arrived is empty and nobody else's: it is used again. New ones are made in growing batches,
 * because each batch means looking through the open files of this process ({@link ReopenablePipe#open}). Not more are kept
 * than are in use, because each open file makes each start of a process slower: Java closes them one by one in the child.
 */
final class PipePool implements PipeSupply {

    private static final int PER_COMMAND = 2;
    private static final int SMALLEST_BATCH = 4;
    private static final int LARGEST_BATCH = 512;

    /** What a pipe can cost at a time: two files while it is made, or itself and the file that its output is moved to. */
    private static final int FILES_PER_PIPE = 2;

    private final Deque<ReopenablePipe> free = new ArrayDeque<>();
    private int pipes;
    private boolean closed;

    /** @throws IOException if this system does not name open pipes, or there are too many open files */
    PipePool() throws IOException {
        grow();
    }

    /** Waits for the end of other commands if no more files can be opened. */
    @Override
    public synchronized OutputPipe[] take() throws IOException {
        while (free.size() < PER_COMMAND) {
            try {
                grow();
            } catch (IOException e) {
                if (closed || pipes - free.size() < PER_COMMAND) {
                    throw e;
                }
                awaitReturn();
            }
        }
        return new OutputPipe[] {new PooledPipe(this, free.pop()), new PooledPipe(this, free.pop())};
    }

    private void awaitReturn() throws InterruptedIOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for open files");
        }
    }

    synchronized void giveBack(ReopenablePipe pipe, boolean clean) {
        int inUse = pipes - free.size() - 1;
        if (clean && !closed && free.size() < inUse + SMALLEST_BATCH) {
            free.push(pipe);
        } else {
            pipes--;
            pipe.close();
        }
        notifyAll();
    }

    private void grow() throws IOException {
        int batch = Math.max(SMALLEST_BATCH, Math.min(pipes, LARGEST_BATCH));
        try {
            open(batch);
        } catch (IOException e) {
            if (batch == SMALLEST_BATCH) {
                throw e;
            }
            open(SMALLEST_BATCH);
        }
    }

    private void open(int count) throws IOException {
        // those that exist may still need a file each
        OpenFiles.requireRoomFor(FILES_PER_PIPE * count + pipes);
        free.addAll(ReopenablePipe.open(count));
        pipes += count;
    }

    /** Also: pipes in use are closed when they come back. */
    @Override
    public synchronized void close() {
        closed = true;
        free.forEach(ReopenablePipe::close);
        free.clear();
        notifyAll();
    }
}
