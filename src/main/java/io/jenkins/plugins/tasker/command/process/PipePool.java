package io.jenkins.plugins.tasker.command.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Supplies reusable pipes for the output of processes, in place of those of {@link ProcessBuilder}.
 *
 * <p>Java closes its own pipes when the process ends and loses later output of background processes, for example of
 * {@code exec > >(tee log)}. Pipes of this pool stay open until the last writer has closed them, and one selector watches them
 * all.
 *
 * <p>A pipe at its end is empty and has no writer, so the pool reuses it. The pool opens pipes in growing batches, because each
 * batch searches the open files of this process ({@link ReopenablePipe#open}). It keeps at most as many free pipes as are in
 * use: each open file slows down every start of a process, because Java closes it in the child.
 */
final class PipePool implements PipeSupply {

    private static final int PER_COMMAND = 2;
    private static final int SMALLEST_BATCH = 4;
    private static final int LARGEST_BATCH = 512;

    /** Open files for each pipe: two while it is created; later the pipe and the file for its output. */
    private static final int FILES_PER_PIPE = 2;

    private final Deque<ReopenablePipe> free = new ArrayDeque<>();
    private int pipes;
    private boolean closed;

    /** @throws IOException if this system does not name open pipes, or has too many open files */
    PipePool() throws IOException {
        grow();
    }

    /** {@inheritDoc} Waits for the end of other commands at the limit of open files. */
    @Override
    public synchronized OutputPipe[] take() throws IOException {
        while (free.size() < PER_COMMAND) {
            try {
                grow();
            } catch (IOException e) {
                if (closed || pipes - free.size() < PER_COMMAND) {
                    throw e;
                }
                awaitGiveBack();
            }
        }
        return new OutputPipe[] {new PooledPipe(this, free.pop()), new PooledPipe(this, free.pop())};
    }

    private void awaitGiveBack() throws InterruptedIOException {
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
        // each existing pipe may need another file
        OpenFiles.requireRoomFor(FILES_PER_PIPE * count + pipes);
        free.addAll(ReopenablePipe.open(count));
        pipes += count;
    }

    /** {@inheritDoc} Each pipe in use is closed when its command ends. */
    @Override
    public synchronized void close() {
        closed = true;
        free.forEach(ReopenablePipe::close);
        free.clear();
        notifyAll();
    }
}
