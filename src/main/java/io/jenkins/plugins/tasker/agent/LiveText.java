package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;

/**
 * Sends the output of one command to the controller while it runs, up to a limit: a console is for people to watch, and a
 * gigabyte would only keep the connection and the controller's disk busy. What was heard before is left out.
 */
final class LiveText implements OutputListener {

    /** Characters of a command that are shown while it runs, both streams together. */
    static final int LIMIT = 1024 * 1024;

    private final int command;
    private final ReportSender reporter;
    private final OutputOffsets before;
    private OutputOffsets now = OutputOffsets.NOTHING;
    private int left = LIMIT;

    LiveText(int command, ReportSender reporter, OutputOffsets before) {
        this.command = command;
        this.reporter = reporter;
        this.before = before;
    }

    @Override
    public synchronized void output(OutputStreamName stream, String text) {
        if (left <= 0) {
            return;
        }
        left -= text.length();
        long skip = Math.min(text.length(), Math.max(0, before.of(stream) - now.of(stream)));
        now = now.plus(stream, text.length());
        if (skip < text.length()) {
            reporter.text(new CommandReport.Text(command, stream, text.substring((int) skip)));
        }
    }
}
