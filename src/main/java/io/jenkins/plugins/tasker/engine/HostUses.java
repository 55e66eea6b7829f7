package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.hosts.HostList;
import io.jenkins.plugins.tasker.hosts.HostListException;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows which hosts several tasks of a workflow use, as far as their names are known before the run (rule 5.14). Expands the lists
 * of hosts when it is first asked, which runs without connections never do.
 */
final class HostUses {

    private final Workflow workflow;
    private final HostSources sources;
    private final Set<String> once = new HashSet<>();
    private final Set<String> repeated = new HashSet<>();
    private boolean counted;

    HostUses(Workflow workflow, HostSources sources) {
        this.workflow = workflow;
        this.sources = sources;
    }

    boolean isRepeated(String hostname) {
        if (!counted) {
            counted = true;
            workflow.tasks().values().forEach(task -> hosts(task).forEach(this::add));
            once.clear();
        }
        return repeated.contains(hostname);
    }

    private List<String> hosts(Task task) {
        if (task instanceof Task.FanOut fanOut) {
            return known(fanOut.hosts());
        }
        return task instanceof Task.Normal normal
                        && normal.invocation().hostname().isStatic()
                ? List.of(normal.invocation().hostname().expanded())
                : List.of();
    }

    private List<String> known(Template list) {
        try {
            return HostList.of(list).known(sources).names();
        } catch (HostListException e) {
            return List.of(); // the task starts nothing
        }
    }

    private void add(String hostname) {
        if (!once.add(hostname)) {
            repeated.add(hostname);
        }
    }
}
