package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes on everything, output of running commands with its secrets masked (rule 16.4), wherever it is cut. What may be the
 * beginning of a secret is kept back until more has come, at the latest until the command has ended.
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
    public void output(TaskKey task, OutputStreamName stream, String text) {
        PiecewiseMask mask =
                masks.computeIfAbsent(new OutputSource(task, stream), source -> new PiecewiseMask(secrets));
        tell(task, stream, mask.next(text));
    }

    @Override
    public void event(RunEvent event) {
        if (event instanceof RunEvent.CommandEnded ended) {
            for (OutputStreamName stream : OutputStreamName.values()) {
                PiecewiseMask mask = masks.remove(new OutputSource(ended.task(), stream));
                if (mask != null) {
                    tell(ended.task(), stream, mask.end());
                }
            }
        }
        listener.event(event);
    }

    private void tell(TaskKey task, OutputStreamName stream, String text) {
        if (!text.isEmpty()) {
            listener.output(task, stream, text);
        }
    }
}
