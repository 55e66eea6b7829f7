package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.FrameReceiver;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Receives the reports of one session and passes them on, one at a time, on a thread of its own: a slow listener slows down this session
 * only. Rejects an agent that sends more than {@link Report#WINDOW} permits, so its memory is bounded.
 */
final class ReportInbox implements FrameReceiver.Handler<Report> {

    /** Handled bytes after which the agent receives credit. */
    private static final int CREDIT = Report.WINDOW / 4;

    /** Receives the content of the stream, on the thread of the inbox. */
    interface Receiver {

        void onReport(Report report);

        /** Permits the agent to send more. */
        void credit(int bytes);

        /** The agent has closed the stream. */
        void onClosed();

        /** The stream is of no more use. No other call follows. */
        void onBroken(String reason);
    }

    private record Entry(Report report, int bytes) {}

    private final Receiver receiver;
    private final Queue<Entry> entries = new ArrayDeque<>();
    private long permitted = Report.WINDOW;
    private int handled;
    private boolean closed;
    private boolean stopped;
    private String broken = "";

    ReportInbox(String agent, Receiver receiver) {
        this.receiver = receiver;
        DaemonThreads.start("tasker, reports of " + agent, this::handle);
    }

    @Override
    public synchronized void message(Report report, int bytes) {
        permitted -= bytes;
        if (permitted < 0) {
            breakOff("more reports than it was permitted to send");
        } else if (!stopped) {
            entries.add(new Entry(report, bytes));
            notifyAll();
        }
    }

    @Override
    public synchronized void closed() {
        closed = true;
        notifyAll();
    }

    @Override
    public synchronized void malformed(String reason) {
        breakOff(reason);
    }

    private void breakOff(String reason) {
        entries.clear();
        broken = broken.isEmpty() ? "the agent sent " + reason : broken;
        notifyAll();
    }

    /** Drops all reports and ends the thread. */
    synchronized void stop() {
        stopped = true;
        entries.clear();
        notifyAll();
    }

    private void handle() {
        try {
            for (Entry entry = take(); entry != null; entry = take()) {
                receiver.onReport(entry.report());
                credit(entry.bytes());
            }
            end();
        } catch (Throwable e) {
            receiver.onBroken("handling a report failed: " + e);
        } finally {
            stop();
        }
    }

    private void end() {
        boolean wasStopped;
        String reason;
        synchronized (this) {
            wasStopped = stopped;
            reason = broken;
        }
        if (!reason.isEmpty()) {
            receiver.onBroken(reason);
        } else if (!wasStopped) {
            receiver.onClosed();
        }
    }

    private void credit(int bytes) {
        handled += bytes;
        if (handled >= CREDIT) {
            synchronized (this) {
                permitted += handled;
            }
            receiver.credit(handled);
            handled = 0;
        }
    }

    /** Waits for a report and removes it; null at the end. */
    private synchronized Entry take() throws InterruptedException {
        while (entries.isEmpty() && !closed && !stopped && broken.isEmpty()) {
            wait();
        }
        return entries.poll();
    }
}
