package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Shows the output of one running command to its listener, each character once.
 *
 * <p>Every session on the agent sends the output from its start. This class drops the text that the listener has received
 * already, from an earlier session or before a restart of Jenkins.
 */
final class ShownOutput {

    private static final Logger LOGGER = Logger.getLogger(ShownOutput.class.getName());

    private final boolean live;
    private final Consumer<OutputOffsets> log;
    private OutputListener listener;
    private OutputOffsets shown;
    private OutputOffsets lines;

    /**
     * @param shown end of the last line that was shown before a restart of Jenkins
     * @param log receives the end of the last complete line whenever a line was shown
     */
    ShownOutput(OutputListener listener, OutputOffsets shown, Consumer<OutputOffsets> log) {
        this.live = listener != OutputListener.NONE;
        this.listener = listener;
        this.shown = shown;
        this.lines = shown;
        this.log = log;
    }

    /** Whether the agent must send the output while the command runs. */
    boolean isLive() {
        return live;
    }

    synchronized void receive(Report.Text report) {
        OutputStreamName stream = report.stream();
        long start = Math.max(report.offset(), shown.of(stream));
        long end = report.offset() + report.text().length();
        if (!live || end <= start) {
            return;
        }
        String text = report.text().substring((int) (start - report.offset()));
        shown = shown.with(stream, end);
        try {
            listener.output(stream, text);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A listener failed; it receives no further output", e);
            listener = OutputListener.NONE;
            return;
        }
        int line = text.lastIndexOf('\n');
        if (line >= 0) {
            lines = lines.with(stream, start + line + 1);
            log.accept(lines);
        }
    }
}
