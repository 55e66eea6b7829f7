package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.hosts.FoldedHosts;
import io.jenkins.plugins.tasker.hosts.HostList;
import io.jenkins.plugins.tasker.hosts.HostListException;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.report.ReportWords;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the items of {@code --limit} and compares them with the hosts of the file (rule 19.13). */
final class HostLimit {

    private static final int NAMED_TASKS = 20;

    private final HostSources sources;
    private final RunLog log;

    HostLimit(HostSources sources, RunLog log) {
        this.sources = sources;
        this.log = log;
    }

    /**
     * Returns the hosts of a limit; warns of tasks that it does not limit.
     *
     * @throws SessionEndedException with 2 if an item cannot be read, or matches no host of any task
     */
    Set<String> hosts(String limit, Workflow workflow) throws SessionEndedException {
        Set<String> known = new HashSet<>();
        boolean complete = addKnown(workflow, known);
        HostList list = parse(limit);
        Set<String> hosts = expand(list);
        for (String item : list.written()) {
            Set<String> named = item.startsWith("!") ? known : expand(parse(item));
            if (named.stream().noneMatch(known::contains)) {
                String message = "--limit: '" + item + "' matches no host of any task with 'hostnames'";
                if (complete) {
                    throw new SessionEndedException(ExitCodes.USAGE, message);
                }
                log.write(Level.WARN, message + " that is known before the run");
            }
        }
        warn(workflow, hosts);
        return hosts;
    }

    private static HostList parse(String items) throws SessionEndedException {
        try {
            return HostList.parse(items);
        } catch (HostListException e) {
            throw unusable(e);
        }
    }

    private Set<String> expand(HostList list) throws SessionEndedException {
        try {
            return new HashSet<>(list.known(sources).names());
        } catch (HostListException e) {
            throw unusable(e);
        }
    }

    private static SessionEndedException unusable(HostListException e) {
        return new SessionEndedException(ExitCodes.USAGE, "--limit: " + e.getMessage());
    }

    /** Adds the hosts that are known before the run; returns whether these are all. */
    private boolean addKnown(Workflow workflow, Set<String> known) throws SessionEndedException {
        boolean complete = true;
        for (Task task : workflow.tasks().values()) {
            if (task instanceof Task.FanOut fanOut) {
                try {
                    HostList list = HostList.of(fanOut.hosts());
                    known.addAll(list.known(sources).names());
                    complete &= list.isStatic();
                } catch (HostListException e) {
                    throw new SessionEndedException(
                            ExitCodes.USAGE, "--limit: the hosts of task " + task.id() + ": " + e.getMessage());
                }
            }
        }
        return complete;
    }

    private void warn(Workflow workflow, Set<String> hosts) {
        List<String> unlimited = workflow.tasks().values().stream()
                .filter(task -> task instanceof Task.Normal)
                .map(task -> task.id().toString())
                .toList();
        log.write(Level.INFO, "Tasks with 'hostnames' run on " + FoldedHosts.of(hosts) + " only (--limit)");
        if (!unlimited.isEmpty()) {
            log.write(
                    Level.WARN,
                    "--limit does not limit tasks with 'hostname': " + ReportWords.list(unlimited, NAMED_TASKS));
        }
    }
}
