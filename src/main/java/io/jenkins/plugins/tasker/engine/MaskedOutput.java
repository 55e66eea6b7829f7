package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.text.Shortened;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Masks secrets in the output of running commands before it reaches a listener (rule 16.4); passes events on unchanged. Text
 * that may be the beginning of a secret is held back until more output arrives or the command ends. If a remote runner has not
 * sent everything, the end of the output follows after the command (rule 16.13).
 */
public final class MaskedOutput implements RunListener {

    /** Characters that are shown of the end of an output that was not sent completely. */
    private static final int LAST_PART = 64 * 1024;

    private final RunListener listener;
    private final Secrets secrets;
    private final Map<OutputSource, Long> received = new ConcurrentHashMap<>();
    private final Map<OutputSource, PiecewiseMask> masks = new ConcurrentHashMap<>();

    public MaskedOutput(RunListener listener, Secrets secrets) {
        this.listener = listener;
        this.secrets = secrets;
    }

    @Override
    public boolean wantsOutput() {
        return listener.wantsOutput();
    }

    @Override
    public boolean wantsOutput(int members) {
        return listener.wantsOutput(members);
    }

    @Override
    public boolean isRecording() {
        return listener.isRecording();
    }

    @Override
    public void whenDurable(RunEvent.TaskStarted start, Runnable action) {
        listener.whenDurable(start, action);
    }

    @Override
    public void endTurn() {
        listener.endTurn();
    }

    @Override
    public long recordBytes() {
        return listener.recordBytes();
    }

    @Override
    public void output(TaskKey task, OutputStreamName stream, String text) {
        received.merge(new OutputSource(task, stream), (long) text.length(), Long::sum);
        PiecewiseMask mask =
                masks.computeIfAbsent(new OutputSource(task, stream), source -> new PiecewiseMask(secrets));
        forward(task, stream, mask.next(text));
    }

    @Override
    public void event(RunEvent event) {
        if (event instanceof RunEvent.CommandEnded ended) {
            for (OutputStreamName stream : OutputStreamName.values()) {
                PiecewiseMask mask = masks.remove(new OutputSource(ended.task(), stream));
                if (mask != null) {
                    forward(ended.task(), stream, mask.end());
                }
            }
            forwardEnds(ended);
        }
        listener.event(event);
    }

    /** Forwards the ends of outputs that were not sent completely. */
    private void forwardEnds(RunEvent.CommandEnded ended) {
        CommandResult result = ended.result();
        boolean mayBeCut = result.stdout().length() + result.stderr().length() > OutputListener.MOST_SENT;
        for (OutputStreamName stream : OutputStreamName.values()) {
            Output output = stream == OutputStreamName.STDOUT ? result.stdout() : result.stderr();
            Long sent = received.remove(new OutputSource(ended.task(), stream));
            long left = output.length() - (sent == null ? 0 : sent);
            if (mayBeCut && left > 0 && ended.streamed()) {
                int limit = (int) Math.min(LAST_PART, left);
                String end = secrets.maskEnd(output.end(limit + secrets.longest()), limit);
                String gap = left > limit ? "\n" + Shortened.gap(left - limit).strip() + "\n" : "";
                forward(ended.task(), stream, gap + end);
            }
        }
    }

    private void forward(TaskKey task, OutputStreamName stream, String text) {
        if (!text.isEmpty()) {
            listener.output(task, stream, text);
        }
    }
}
