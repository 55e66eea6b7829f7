package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;

/**
 * Sends the output of one command to the controller while the command runs, up to a limit. People watch a console; a
 * gigabyte would only load the connection and the disk of the controller.
 */
final class LiveText implements OutputListener {

    /** Characters that are sent of one command while it runs, both streams together. */
    static final int LIMIT = MOST_SENT;

    private final int command;
    private final ReportSender sender;
    private OutputOffsets sent = OutputOffsets.START;
    private int left = LIMIT;

    LiveText(int command, ReportSender sender) {
        this.command = command;
        this.sender = sender;
    }

    @Override
    public synchronized void output(OutputStreamName stream, String text) {
        if (left <= 0) {
            return;
        }
        left -= text.length();
        long offset = sent.of(stream);
        sent = sent.with(stream, offset + text.length());
        sender.text(new CommandReport.Text(command, stream, offset, text));
    }
}
