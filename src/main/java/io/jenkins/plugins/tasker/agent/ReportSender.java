package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Framing;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.agent.protocol.Reports;
import io.jenkins.plugins.tasker.agent.protocol.SentOutput;
import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends reports from the agent to the controller. A single report leaves at once; those that arrive while others are being sent leave
 * together. No report waits for a timer.
 *
 * <p>The controller permits {@link Report#WINDOW} bytes and more with each {@link #credit}. {@link #text} blocks while too much text
 * is unsent. A report is computed when it is sent. After {@link #drop} the sender blocks no caller.
 */
final class ReportSender {

    /** Maximum of characters in one batch. */
    private static final int BATCH = 128 * 1024;

    /** Unsent characters above which {@link #text} blocks. */
    private static final int MAX_UNSENT = 1024 * 1024;

    /** Weight of a report without its text, in characters. */
    private static final int OVERHEAD = 64;

    private static final Logger LOGGER = Logger.getLogger(ReportSender.class.getName());

    private record Entry(int weight, Supplier<Report> report) {}

    private final OutputStream controller;
    private final Consumer<Throwable> onFailure;
    private final Queue<Entry> entries = new ArrayDeque<>();
    private final BitSet ended = new BitSet();
    private long unsent;
    private long permitted = Report.WINDOW;
    private boolean stopped;
    private boolean last;

    /** @param onFailure called on the sending thread if a report cannot be computed or sent */
    ReportSender(OutputStream controller, Consumer<Throwable> onFailure) {
        this.controller = controller;
        this.onFailure = onFailure;
        DaemonThreads.start("tasker-report", this::send);
    }

    /** Adds a piece of output; blocks while too much text is unsent. Drops the text of a command whose end was added. */
    synchronized void text(Report.Text text) {
        try {
            while (unsent > MAX_UNSENT && !stopped) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (!ended.get(text.command())) {
            add(text.text().length(), () -> text);
        }
    }

    /**
     * Adds the last report of a command.
     *
     * @param length approximate number of characters in the report
     */
    synchronized void end(int command, long length, Supplier<Report> report) {
        ended.set(command);
        add((int) Math.min(length, SentOutput.HEAD), report);
    }

    synchronized void answer(Report.Answer answer) {
        add(answer.text().length(), () -> answer);
    }

    /** Adds a request about a shell. */
    synchronized void request(Report request) {
        add(0, () -> request);
    }

    /** Permits more bytes. */
    synchronized void credit(int bytes) {
        permitted += bytes;
        notifyAll();
    }

    private void add(int length, Supplier<Report> report) {
        if (!stopped) {
            entries.add(new Entry(length + OVERHEAD, report));
            unsent += length + OVERHEAD;
            notifyAll();
        }
    }

    /** Drops all reports, and keeps the stream open. */
    synchronized void stop() {
        stopped = true;
        entries.clear();
        notifyAll();
    }

    /** Sends this report instead of all unsent ones, then closes the stream. */
    synchronized void finish(Report.Broken report) {
        if (!last) {
            entries.clear();
            add(0, () -> report);
            stopped = true;
            last = true;
            notifyAll();
        }
    }

    /** Drops all reports and closes the stream. */
    synchronized void drop() {
        entries.clear();
        permitted = Long.MAX_VALUE / 2;
        stopped = true;
        last = true;
        notifyAll();
    }

    private void send() {
        try (controller) {
            controller.write(Framing.header());
            sendAll();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The connection to the controller is lost", e);
            onFailure.accept(e);
        } finally {
            drop();
        }
    }

    private void sendAll() throws IOException {
        try {
            for (List<Entry> batch = take(); !batch.isEmpty(); batch = take()) {
                List<Report> reports = new ArrayList<>();
                for (Entry entry : batch) {
                    reports.add(entry.report().get());
                }
                byte[] frames = Reports.FRAMING.frames(reports);
                awaitPermission(frames.length);
                controller.write(frames);
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "Reports to the controller cannot be computed", e);
            controller.write(Reports.FRAMING.frames(List.of(new Report.Broken("a report cannot be computed: " + e))));
            onFailure.accept(e);
        }
    }

    private synchronized void awaitPermission(int bytes) throws InterruptedException {
        while (permitted < bytes) {
            wait();
        }
        permitted -= bytes;
    }

    /** Waits for reports and removes a batch; empty at the end. */
    private synchronized List<Entry> take() throws InterruptedException {
        while (entries.isEmpty() && !last) {
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
}
