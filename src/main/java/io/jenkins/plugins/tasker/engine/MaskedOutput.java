package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Masks secrets in the output of running commands before it reaches a listener (rule 16.4); passes events on unchanged. Text
 * that may be the beginning of a secret is held back until more output arrives or the command ends.
 */
public final class MaskedOutput implements RunListener {

    private final RunListener listener;
    private final Secrets secrets;
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
    public boolean isRecording() {
        return listener.isRecording();
    }

    @Override
    public void output(TaskKey task, OutputStreamName stream, String text) {
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
        }
        listener.event(event);
    }

    private void forward(TaskKey task, OutputStreamName stream, String text) {
        if (!text.isEmpty()) {
            listener.output(task, stream, text);
        }
    }
}
