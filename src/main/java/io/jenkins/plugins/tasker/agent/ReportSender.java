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
 * Sends reports from the agent to the controller, in portions: while one is under way the next one grows. So a lonely
 * report leaves at once, a thousand leave together, and nobody waits for a timer.
 *
 * <p>Whoever brings text waits while too much of it is unsent. A report is computed as late as possible, when it is sent.
 * After the connection is lost, or {@link #close}, everything is dropped and nobody waits any more.
 */
final class ReportSender implements AutoCloseable {

    /** Characters in one message. */
    private static final int PORTION = 128 * 1024;

    /** Unsent characters at which bringing more has to wait. */
    private static final int UNSENT = 1024 * 1024;

    /** What a report weighs besides its text. */
    private static final int OVERHEAD = 64;

    private static final Logger LOGGER = Logger.getLogger(ReportSender.class.getName());

    private record Entry(int weight, Supplier<CommandReport> report) {}

    private final ReportReceiver controller;
    private final Consumer<CommandOrder> orders;
    private final Queue<Entry> entries = new ArrayDeque<>();
    private long unsent;
    private boolean closed;

    /** @param orders is given what the controller answers */
    ReportSender(ReportReceiver controller, Consumer<CommandOrder> orders) {
        this.controller = controller;
        this.orders = orders;
        Thread sender = new Thread(this::send, "tasker-report");
        sender.setDaemon(true);
        sender.start();
    }

    /** Waits while too much is unsent. */
    synchronized void text(CommandReport.Text text) {
        try {
            while (unsent > UNSENT && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
        }
        add(text.text().length(), () -> text);
    }

    /** @param length characters that the report will hold, about */
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
            for (List<Entry> portion = take(); !portion.isEmpty(); portion = take()) {
                List<CommandReport> reports = new ArrayList<>();
                for (Entry entry : portion) {
                    reports.add(entry.report().get());
                }
                controller.report(reports).forEach(orders);
            }
        } catch (InterruptedException | RuntimeException e) {
            LOGGER.log(Level.FINE, "The controller cannot be told of commands any more", e);
        } finally {
            close();
        }
    }

    /** @return empty if there will be no more */
    private synchronized List<Entry> take() throws InterruptedException {
        while (entries.isEmpty() && !closed) {
            wait();
        }
        List<Entry> portion = new ArrayList<>();
        for (int weight = 0; !entries.isEmpty() && weight < PORTION; ) {
            Entry entry = entries.remove();
            portion.add(entry);
            weight += entry.weight();
        }
        unsent -= portion.stream().mapToInt(Entry::weight).sum();
        notifyAll();
        return portion;
    }

    @Override
    public synchronized void close() {
        closed = true;
        entries.clear();
        notifyAll();
    }
}
