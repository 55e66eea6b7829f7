package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Framing;
import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Orders;
import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends orders to the agent on a thread of its own, so no caller waits for the connection. Orders that arrive while others are being
 * sent leave together.
 *
 * <p>Sends a small packet after each acknowledgement of an order. The agent acknowledges an order with a packet, and its next report is a
 * second one. On connections without TCP_NODELAY, such as those of WebSocket agents, its network stack holds the second packet back
 * until the controller's stack has confirmed the first, which takes 40 ms if the controller sends nothing meanwhile. For the last order,
 * closing the stream is that packet.
 */
final class OrderSender {

    /** Bytes after which a batch ends. */
    private static final int BATCH = 128 * 1024;

    /** Time to wait for the acknowledgement of the last order, from an agent that has acknowledged others. */
    private static final long LAST_ACKNOWLEDGEMENT_MILLIS = 1000;

    private final OutputStream agent;
    private final Consumer<Throwable> onFailure;
    private final Queue<byte[]> frames = new ArrayDeque<>();
    private boolean unacknowledged;
    private boolean acknowledged;
    private boolean acknowledges;
    private boolean last;
    private boolean awaitsAcknowledgement;

    /**
     * @param agent closed by the sender after the last order
     * @param onFailure called on the sending thread if an order cannot be sent
     */
    OrderSender(OutputStream agent, String name, Consumer<Throwable> onFailure) {
        this.agent = agent;
        this.onFailure = onFailure;
        frames.add(Framing.header());
        DaemonThreads.start("tasker, orders to " + name, this::send);
    }

    /**
     * Adds an order; returns at once. Drops it after {@link #finish}.
     *
     * @throws IllegalArgumentException if the order is too large
     */
    void send(Order order) {
        byte[] frame = Orders.FRAMING.frames(List.of(order));
        synchronized (this) {
            if (!last) {
                frames.add(frame);
                notifyAll();
            }
        }
    }

    /** Closes the stream as soon as the added orders are sent. Returns at once. */
    synchronized void finish() {
        last = true;
        notifyAll();
    }

    /** As {@link #finish}, but closes the stream as soon as the agent has acknowledged the last order. */
    synchronized void finishAcknowledged() {
        awaitsAcknowledgement = true;
        finish();
    }

    /** Called when the agent has acknowledged a part of a stream. Returns at once. */
    synchronized void onAcknowledged() {
        acknowledges = true;
        acknowledged = unacknowledged;
        if (acknowledged) {
            notifyAll();
        }
    }

    private void send() {
        try (agent) {
            for (byte[] batch = take(); batch != null; batch = take()) {
                if (batch.length == 0) {
                    agent.flush();
                } else {
                    agent.write(batch);
                }
            }
            awaitAcknowledgement();
        } catch (Throwable e) {
            onFailure.accept(e);
        } finally {
            finish();
        }
    }

    private synchronized void awaitAcknowledgement() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_ACKNOWLEDGEMENT_MILLIS);
        boolean awaits = awaitsAcknowledgement && acknowledges && unacknowledged;
        while (awaits && !acknowledged && System.nanoTime() - end < 0) {
            TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
    }

    /** Waits for orders and removes a batch; empty to confirm an acknowledgement, null at the end. */
    private synchronized byte[] take() throws InterruptedException, IOException {
        while (frames.isEmpty() && !acknowledged && !last) {
            wait();
        }
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        while (!frames.isEmpty() && batch.size() < BATCH) {
            batch.write(frames.remove());
        }
        if (batch.size() == 0 && last) {
            return null;
        }
        acknowledged = false;
        unacknowledged = batch.size() > 0;
        return batch.toByteArray();
    }
}
