package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.hosts.HostList;
import io.jenkins.plugins.tasker.hosts.HostListException;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts of a workflow, each with the execution types that reach it (rule 14.1).
 *
 * @param types execution types by host name; types that are known at run time only are left out
 * @param needed hosts without which no task may start: all but those that only fan-out tasks use that tolerate failures (rule
 *     14.7)
 * @param usedTypes all execution types that need their program
 * @param leftOut one text for each host name that is known at run time only
 */
record WorkflowHosts(
        Map<String, Set<ExecutionType>> types, Set<String> needed, Set<ExecutionType> usedTypes, List<String> leftOut) {

    static WorkflowHosts of(Workflow workflow, ExecutionTypes known, HostValidationOptions options) {
        String defaultType = options.defaults().executionType();
        WorkflowHosts hosts = new WorkflowHosts(
                new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
        for (Task task : workflow.tasks().values()) {
            if (task instanceof Task.Normal normal) {
                hosts.add(normal, known, defaultType);
            } else if (task instanceof Task.FanOut fanOut) {
                hosts.add(fanOut, type(fanOut.command(), known, defaultType), options);
            }
        }
        return hosts;
    }

    private static Optional<ExecutionType> type(Task.Normal task, ExecutionTypes known, String defaultType) {
        Optional<Template> exec = task.invocation().executionType();
        return exec.isEmpty()
                ? known.find(defaultType)
                : exec.filter(Template::isStatic).flatMap(template -> known.find(template.expanded()));
    }

    /** Adds the hosts of a fan-out task that are known before the run. */
    private void add(Task.FanOut task, Optional<ExecutionType> type, HostValidationOptions options) {
        if (type.filter(ExecutionType::isLocal).isPresent()) {
            return;
        }
        type.ifPresent(usedTypes::add);
        try {
            HostList list = HostList.of(task.hosts());
            list.known(options.hosts()).names().stream()
                    .filter(name -> options.members().test(task.id(), name))
                    .forEach(name -> add(name, type, !task.toleratesFailures()));
            if (!list.isStatic()) {
                leftOut.add("Task " + task.id() + ": hosts that '"
                        + VisibleText.start(task.hosts().written()) + "' gives at run time only are not validated");
            }
        } catch (HostListException e) {
            leftOut.add("Task " + task.id() + ": its list of hosts cannot be used: " + e.getMessage());
        }
    }

    private void add(String name, Optional<ExecutionType> type, boolean isNeeded) {
        Set<ExecutionType> ofHost = types.computeIfAbsent(name, n -> new LinkedHashSet<>());
        type.ifPresent(ofHost::add);
        if (isNeeded) {
            needed.add(name);
        }
    }

    private void add(Task.Normal task, ExecutionTypes known, String defaultType) {
        Optional<ExecutionType> type = type(task, known, defaultType);
        if (type.filter(ExecutionType::isLocal).isPresent()) {
            return;
        }
        type.ifPresent(usedTypes::add);
        Template name = task.invocation().hostname();
        if (name.isStatic()) {
            add(name.expanded(), type, true);
        } else {
            leftOut.add("Task " + task.id() + ": host name '" + VisibleText.start(name.written())
                    + "' is known at run time only and is not validated");
        }
    }
}
