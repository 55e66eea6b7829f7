package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs a parallel or conditional task once: selects the members and emits the events of the group. */
final class GroupVisit {

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
        } else {
            outcome = run(task.members(), Optional.empty(), "Parallel execution");
        }
        if (outcome.result().counts().orElseThrow().allSkipped()) {
            run.warn(key, "all sub-tasks were skipped");
        }
        return outcome;
    }

    private boolean evaluate(Condition condition) {
        boolean value = run.evaluateBefore(key, condition);
        run.note(Level.INFO, Optional.of(key), "Condition '" + condition + "' is " + value);
        return value;
    }

    private GroupOutcome run(List<TaskId> ids, Optional<Boolean> branch, String title)
            throws RunEndedException, InterruptedException {
        Instant start = run.now();
        Members members = new TaskMembers(run, key, ids);
        run.enterGroup(members.size());
        GroupSettings settings = GroupSettings.of(run, key, task, ids.size());
        GroupRound group = new GroupRound(run, key, members, settings, start);
        run.emit(new RunEvent.GroupStarted(start, key, branch, ids, settings.maxParallel(), settings.limit()));
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
