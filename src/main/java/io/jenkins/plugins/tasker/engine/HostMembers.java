package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.hosts.FoldedHosts;
import io.jenkins.plugins.tasker.taskfile.Task;
import java.util.List;

/** The hosts of a fan-out task (rule 19.7). */
final class HostMembers implements Members {

    private final RunContext run;
    private final TaskKey parent;
    private final Task.FanOut task;
    private final List<String> hosts;

    HostMembers(RunContext run, TaskKey parent, Task.FanOut task, List<String> hosts) {
        this.run = run;
        this.parent = parent;
        this.task = task;
        this.hosts = hosts;
    }

    @Override
    public int size() {
        return hosts.size();
    }

    @Override
    public List<String> hosts() {
        return hosts.stream().map(run::mask).toList();
    }

    @Override
    public String name(int position) {
        return hosts.get(position);
    }

    @Override
    public Task task(int position) {
        return task.command();
    }

    @Override
    public TaskKey key(int position) {
        return run.hostKeys.of(parent, hosts.get(position), position);
    }

    @Override
    public String host(int position) {
        return hosts.get(position);
    }

    @Override
    public String named(List<Integer> positions) {
        return "hosts: " + FoldedHosts.of(positions.stream().map(hosts::get).toList());
    }

    @Override
    public boolean areHosts() {
        return true;
    }

    @Override
    public boolean areResultsUsed() {
        return run.workflow.usesResultsOnHosts(task.id());
    }
}
