package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs a parallel, fan-out or conditional task once: selects the members and emits the events of the group. */
final class GroupVisit {

    private static final String PARALLEL = "Parallel execution";

    private final RunContext run;
    private final Task.Group task;
    private final TaskKey key;

    GroupVisit(RunContext run, Task.Group task, TaskKey key) {
        this.run = run;
        this.task = task;
        this.key = key;
    }

    GroupOutcome run() throws RunEndedException, InterruptedException {
        GroupOutcome outcome;
        if (task instanceof Task.Conditional conditional) {
            boolean condition = conditional.condition().isEmpty()
                    || evaluate(conditional.condition().get());
            String title = "Conditional " + (condition ? "TRUE" : "FALSE") + " branch";
            outcome = run(conditional.branch(condition), Optional.of(condition), title);
        } else if (task instanceof Task.FanOut fanOut) {
            outcome = fanOut(fanOut);
        } else {
            outcome = run(task.members(), Optional.empty(), PARALLEL);
        }
        if (outcome.result().counts().filter(GroupCounts::allSkipped).isPresent()) {
            run.warn(key, "all " + (task instanceof Task.FanOut ? "hosts" : "sub-tasks") + " were skipped");
        }
        return outcome;
    }

    private GroupOutcome fanOut(Task.FanOut fanOut) throws RunEndedException, InterruptedException {
        Instant start = run.now();
        if (run.recorded.isNextEndOf(key)) {
            // The list of hosts could not be used when the run was recorded.
            return new GroupOutcome(run.recorded.end(key).orElseThrow().result(), false);
        }
        FanOutHosts hosts = FanOutHosts.of(run, key, fanOut.hosts());
        if (!hosts.rejection().isEmpty()) {
            run.note(Level.ERROR, Optional.of(key), hosts.rejection());
            return new GroupOutcome(TaskResult.rejected("parallel", hosts.rejection(), start), false);
        }
        if (hosts.names().isEmpty()) {
            run.warn(key, "the list of hosts is empty");
        }
        return run(new HostMembers(run, key, fanOut, hosts.names()), Optional.empty(), PARALLEL, start);
    }

    private boolean evaluate(Condition condition) {
        boolean value = run.evaluateBefore(key, condition);
        run.note(Level.INFO, Optional.of(key), "Condition '" + condition + "' is " + value);
        return value;
    }

    private GroupOutcome run(List<TaskId> ids, Optional<Boolean> branch, String title)
            throws RunEndedException, InterruptedException {
        return run(new TaskMembers(run, key, ids), branch, title, run.now());
    }

    private GroupOutcome run(Members members, Optional<Boolean> branch, String title, Instant start)
            throws RunEndedException, InterruptedException {
        run.enterGroup(members.size());
        GroupSettings settings = GroupSettings.of(run, key, task, members.size());
        MemberResults results = new MemberResults(run, members);
        List<String> idle = IdleMembers.put(run, key, members, results);
        GroupRound group = new GroupRound(run, key, members, settings, results, start);
        run.emit(new RunEvent.GroupStarted(
                start, key, branch, members.tasks(), settings.maxParallel(), settings.limit(), members.hosts(), idle));
        return group.run(title);
    }

    /** Returns the input for conditions of the parent: the result of rule 11.7 and the counts of rule 11.8. */
    ConditionInput conditionInput(TaskResult result) {
        return new ConditionInput(
                result.exitCode(),
                Output.of(result.stdout()),
                Output.of(result.stderr()),
                result.success(),
                result.counts());
    }
}
