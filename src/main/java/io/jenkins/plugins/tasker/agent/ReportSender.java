package io.jenkins.plugins.tasker.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends reports from the agent to the controller in batches. While the controller handles a batch, new reports wait for the next one:
 * a single report leaves at once, a thousand leave together, and no report waits for a timer.
 *
 * <p>{@link #text} blocks while too much text is unsent. A report is computed when it is sent. After the connection is lost,
 * or after {@link #close}, the sender drops all reports and blocks no caller.
 */
final class ReportSender implements AutoCloseable {

    /** Maximum of characters in one batch. */
    private static final int BATCH = 128 * 1024;

    /** Unsent characters above which {@link #text} blocks. */
    private static final int MAX_UNSENT = 1024 * 1024;

    /** Weight of a report without its text, in characters. */
    private static final int OVERHEAD = 64;

    private static final Logger LOGGER = Logger.getLogger(ReportSender.class.getName());

    private record Entry(int weight, Supplier<CommandReport> report) {}

    private final ReportReceiver controller;
    private final Consumer<CommandOrder> orders;
    private final Queue<Entry> entries = new ArrayDeque<>();
    private long unsent;
    private boolean closed;

    /** @param orders receives the orders in the answers of the controller */
    ReportSender(ReportReceiver controller, Consumer<CommandOrder> orders) {
        this.controller = controller;
        this.orders = orders;
        Thread sender = new Thread(this::send, "tasker-report");
        sender.setDaemon(true);
        sender.start();
    }

    /** Adds a piece of output; blocks while too much text is unsent. */
    synchronized void text(CommandReport.Text text) {
        try {
            while (unsent > MAX_UNSENT && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
        }
        add(text.text().length(), () -> text);
    }

    /**
     * Adds the last report of a command.
     *
     * @param length approximate number of characters in the report
     */
    synchronized void end(long length, Supplier<CommandReport> report) {
        add((int) Math.min(length, SentOutput.HEAD), report);
    }

    private void add(int length, Supplier<CommandReport> report) {
        if (!closed) {
            entries.add(new Entry(length + OVERHEAD, report));
            unsent += length + OVERHEAD;
            notifyAll();
        }
    }

    private void send() {
        try {
            for (List<Entry> batch = take(); !batch.isEmpty(); batch = take()) {
                List<CommandReport> reports = new ArrayList<>();
                for (Entry entry : batch) {
                    reports.add(entry.report().get());
                }
                controller.onReport(reports).forEach(orders);
            }
        } catch (InterruptedException | RuntimeException e) {
            LOGGER.log(Level.FINE, "Sending reports to the controller failed", e);
        } finally {
            close();
        }
    }

    /** Waits for reports and removes a batch; empty if the sender is closed. */
    private synchronized List<Entry> take() throws InterruptedException {
        while (entries.isEmpty() && !closed) {
            wait();
        }
        List<Entry> batch = new ArrayList<>();
        for (int weight = 0; !entries.isEmpty() && weight < BATCH; ) {
            Entry entry = entries.remove();
            batch.add(entry);
            weight += entry.weight();
        }
        unsent -= batch.stream().mapToInt(Entry::weight).sum();
        notifyAll();
        return batch;
    }

    @Override
    public synchronized void close() {
        closed = true;
        entries.clear();
        notifyAll();
    }
}
