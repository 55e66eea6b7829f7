package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.command.OutputStreamName;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.TaskKey;
import java.util.List;

/** Tells several listeners, in their order. */
record Listeners(List<RunListener> all) implements RunListener {

    @Override
    public void event(RunEvent event) {
        all.forEach(listener -> listener.event(event));
    }

    @Override
    public void output(TaskKey task, OutputStreamName stream, String text) {
        all.forEach(listener -> listener.output(task, stream, text));
    }
}
