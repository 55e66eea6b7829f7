package io.jenkins.plugins.tasker.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Orders on their way to the agent. Mostly a command is ordered because another one has ended; such an order rides along
 * with the answer to the report of that end, for which the answer is held open some milliseconds.
 *
 * <p>This is not to save a message. An order of its own is acknowledged by the agent with a small packet, and the report
 * that follows is another one; on a connection without TCP_NODELAY, which is what agents over WebSocket have, the second is
 * held back until the first is acknowledged: 40 ms for each task of a sequence, many times what a short command takes.
 */
final class OrderQueue {

    /** How long an answer waits for the engine to decide what comes next; far more than it needs. */
    private static final long OPEN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Consumer<CommandOrder> direct;
    private final List<CommandOrder> taken = new ArrayList<>();
    private boolean open;

    /** @param direct sends an order by itself */
    OrderQueue(Consumer<CommandOrder> direct) {
        this.direct = direct;
    }

    /** Sends an order, one way or the other; what {@code direct} throws is thrown only if it went that way. */
    void send(CommandOrder order) {
        synchronized (this) {
            if (open) {
                taken.add(order);
                notifyAll();
                return;
            }
        }
        direct.accept(order);
    }

    /** From now on orders ride along, until {@link #close}. */
    synchronized void open() {
        open = true;
    }

    /** @param awaited whether an order is likely to come, and worth some milliseconds */
    synchronized List<CommandOrder> close(boolean awaited) {
        try {
            long end = System.nanoTime() + OPEN_NANOS;
            for (long left = OPEN_NANOS; awaited && taken.isEmpty() && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open = false;
        List<CommandOrder> orders = new ArrayList<>(taken);
        taken.clear();
        return orders;
    }
}
