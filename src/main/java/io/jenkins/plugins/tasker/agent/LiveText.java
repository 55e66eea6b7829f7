package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Report;
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

    /** Whether a session may send a text at this place; anything else is not the work of this class. */
    static boolean isPermitted(Report.Text text) {
        return text.offset() >= 0 && text.offset() + text.text().length() <= LIMIT + Report.Text.LONGEST;
    }

    @Override
    public synchronized void output(OutputStreamName stream, String text) {
        for (int start = 0; start < text.length() && left > 0; start += Report.Text.LONGEST) {
            String piece = text.substring(start, Math.min(text.length(), start + Report.Text.LONGEST));
            left -= piece.length();
            long offset = sent.of(stream);
            sent = sent.with(stream, offset + piece.length());
            sender.text(new Report.Text(command, stream, offset, piece));
        }
    }
}
