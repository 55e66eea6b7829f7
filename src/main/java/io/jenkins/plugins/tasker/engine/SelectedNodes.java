package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import java.util.HashMap;
import java.util.Map;

/** Selects nodes for the host names of types that run commands on nodes (rule 5.13); a continued run uses its nodes again. */
final class SelectedNodes {

    private final ExecutionTypes types;
    private final CommandRunner runner;
    private final RecordedHistory recorded;
    private final Map<String, String> restored = new HashMap<>();

    SelectedNodes(ExecutionTypes types, CommandRunner runner, RecordedHistory recorded) {
        this.types = types;
        this.runner = runner;
        this.recorded = recorded;
    }

    /**
     * Returns the host of a command: a node if its type runs commands on nodes, else the name as written.
     *
     * @param written the host name of the task, which may be a label of several nodes
     */
    String hostname(TaskKey task, ExecutionType type, String written) {
        if (!type.onNode()) {
            return written;
        }
        recorded.start(task).ifPresent(start -> restore(written, start));
        String node = restored.get(written);
        return node == null ? runner.node(written) : node;
    }

    /** Restores the node that was selected for a host name before the run was interrupted. */
    void restore(String written, RunEvent.TaskStarted start) {
        boolean onNode =
                types.find(start.executionType()).filter(ExecutionType::onNode).isPresent();
        if (onNode && !start.hostname().equals(written)) {
            restored.put(written, start.hostname());
        }
    }
}
