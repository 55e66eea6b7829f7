package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.ArrayList;
import java.util.List;

/** The sub-tasks of a parallel or conditional task. */
final class TaskMembers implements Members {

    private final RunContext run;
    private final TaskKey parent;
    private final List<TaskId> ids;
    private final List<Task> tasks = new ArrayList<>();

    /** @throws RunEndedException if a member is undefined (14); validation rejects such a file */
    TaskMembers(RunContext run, TaskKey parent, List<TaskId> ids) throws RunEndedException {
        this.run = run;
        this.parent = parent;
        this.ids = ids;
        for (TaskId id : ids) {
            tasks.add(run.workflow
                    .find(id)
                    .orElseThrow(() -> new RunEndedException(
                            ExitCodes.NOT_SATISFIED, parent + " lists task " + id + ", which is not defined")));
        }
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public List<TaskId> tasks() {
        return ids;
    }

    @Override
    public String name(int position) {
        return ids.get(position).toString();
    }

    @Override
    public Task task(int position) {
        return tasks.get(position);
    }

    @Override
    public TaskKey key(int position) {
        return parent.member(ids.get(position), position);
    }

    @Override
    public String host(int position) {
        return tasks.get(position) instanceof Task.Normal normal
                ? normal.invocation().hostname().render(run.results).text()
                : "";
    }

    @Override
    public String named(List<Integer> positions) {
        return "tasks: " + positions.stream().map(ids::get).toList();
    }

    @Override
    public boolean areResultsUsed() {
        return true;
    }

    @Override
    public boolean areHosts() {
        return false;
    }
}
