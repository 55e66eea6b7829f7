package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.TaskKey;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows the progress of the running group in one line: members done, failed and running. */
final class GroupProgress implements RunListener {

    private final Consumer<String> status;
    private Optional<TaskKey> group = Optional.empty();
    private int total;
    private int done;
    private int failed;
    private int running;

    GroupProgress(Consumer<String> status) {
        this.status = status;
    }

    @Override
    public void event(RunEvent event) {
        if (event instanceof RunEvent.GroupStarted started) {
            group = Optional.of(started.task());
            total = started.members().size();
            done = 0;
            failed = 0;
            running = 0;
        } else if (group.isEmpty()) {
            return;
        } else if (event instanceof RunEvent.RunEnded) {
            // A return in a branch ends the run without an end of the group (rule 12.5).
            end();
            return;
        } else if (event instanceof RunEvent.TaskStarted) {
            running++;
        } else if (event instanceof RunEvent.TaskSkipped) {
            done++;
        } else if (event instanceof RunEvent.TaskEnded ended) {
            if (ended.task().equals(group.get())) {
                end();
                return;
            }
            running = Math.max(0, running - 1);
            done += ended.retried() ? 0 : 1;
            failed += ended.retried() || ended.result().success() ? 0 : 1;
        } else {
            return;
        }
        status.accept(group.get().label() + ": " + done + "/" + total + " done, " + failed + " failed, " + running
                + " running");
    }

    private void end() {
        group = Optional.empty();
        status.accept("");
    }
}
