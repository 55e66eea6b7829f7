package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.util.HashSet;
import java.util.Set;

/** Knows which hosts several tasks of a workflow use, as far as their names are known before the run (rule 5.14). */
final class HostUses {

    private final Set<String> once = new HashSet<>();
    private final Set<String> repeated = new HashSet<>();

    static HostUses of(Workflow workflow) {
        HostUses uses = new HostUses();
        for (Task task : workflow.tasks().values()) {
            if (task instanceof Task.Normal normal) {
                uses.add(normal.invocation().hostname());
            }
        }
        return uses;
    }

    private void add(Template hostname) {
        if (hostname.isStatic() && !once.add(hostname.expanded())) {
            repeated.add(hostname.expanded());
        }
    }

    boolean isRepeated(String hostname) {
        return repeated.contains(hostname);
    }
}
