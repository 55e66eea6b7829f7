package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskFlow;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.validation.FlowState.Phase;
import io.jenkins.plugins.tasker.validation.FlowState.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds a {@link FlowGraph} by following all paths from a start, each state once. */
final class FlowGraphBuilder {

    private final FlowGraph graph;
    private final Workflow workflow;
    private final Map<TaskId, FlowState> ordinary = new HashMap<>();
    private final Map<TaskId, FlowState> onFailurePath = new HashMap<>();
    private final Deque<FlowState> open = new ArrayDeque<>();

    FlowGraphBuilder(FlowGraph graph, Workflow workflow) {
        this.graph = graph;
        this.workflow = workflow;
    }

    void build(TaskId start) {
        enter(start, false);
        while (!open.isEmpty()) {
            expand(open.pop());
        }
    }

    /** Returns the state of a task that runs on its own, outside of groups; empty if the task is not defined. */
    private Optional<FlowState> enter(TaskId id, boolean failurePath) {
        Optional<Task> task = workflow.find(id);
        if (task.isEmpty()) {
            return Optional.empty();
        }
        Map<TaskId, FlowState> known = failurePath ? onFailurePath : ordinary;
        FlowState state = known.get(id);
        if (state == null) {
            Phase phase = task.get() instanceof Task.Group ? Phase.GROUP_START : Phase.RUN;
            state = graph.add(id, phase, failurePath);
            known.put(id, state);
            open.push(state);
        }
        return Optional.of(state);
    }

    private void expand(FlowState state) {
        Task task = workflow.find(state.task()).orElseThrow();
        if (task instanceof Task.Normal normal) {
            follow(state, task.condition().isPresent());
            route(state, state, normal.flow(), normal.returnCode().isPresent(), false);
        } else if (task instanceof Task.Return) {
            follow(state, task.condition().isPresent());
        } else if (task instanceof Task.Group group) {
            if (task.condition().isPresent() && !(group instanceof Task.Conditional)) {
                skip(state);
            }
            List<FlowState> last = run(state, group);
            if (!last.isEmpty()) {
                FlowState end = graph.add(task.id(), Phase.GROUP_END, state.onFailurePath());
                last.forEach(member -> member.addSuccessor(Step.WITHIN_GROUP, end));
                boolean parallel = !(group instanceof Task.Conditional);
                route(state, end, group.flow(), false, parallel);
                if (group.rollout().isLimited()) {
                    stop(end, group.flow());
                }
            }
        }
    }

    /** Adds the state of a skipped group, which stores its own result but none of its sub-tasks (rule 9.8). */
    private void skip(FlowState start) {
        FlowState skipped = graph.add(start.task(), Phase.GROUP_END, start.onFailurePath());
        start.addSuccessor(Step.WITHIN_GROUP, skipped);
        follow(skipped, true);
    }

    /**
     * Adds the sub-tasks of a group. Returns the states after which the group can end; none if it always ends the run.
     */
    private List<FlowState> run(FlowState start, Task.Group group) {
        if (group instanceof Task.Conditional conditional) {
            return Stream.of(conditional.ifTrue(), conditional.ifFalse())
                    .flatMap(branch -> sequence(start, branch).stream())
                    .distinct()
                    .toList();
        }
        return parallel(start, group.members());
    }

    /** Adds sub-tasks that run in parallel and do not see each other's results (rule 11.6). */
    private List<FlowState> parallel(FlowState start, List<TaskId> members) {
        List<FlowState> last = new ArrayList<>();
        for (TaskId id : members) {
            if (workflow.find(id).isPresent()) {
                last.add(member(start, id, start.onFailurePath()));
            }
        }
        return last.isEmpty() ? List.of(start) : last;
    }

    /** Adds the sub-tasks of a branch. A sub-task that returns ends the run unless it is skipped (rule 12.5). */
    private Optional<FlowState> sequence(FlowState start, List<TaskId> members) {
        FlowState last = start;
        for (TaskId id : members) {
            Optional<Task> task = workflow.find(id);
            if (task.isPresent()) {
                last = member(last, id, start.onFailurePath());
                if (returns(task.get()) && task.get().condition().isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(last);
    }

    private FlowState member(FlowState before, TaskId id, boolean failurePath) {
        FlowState member = graph.add(id, Phase.MEMBER, failurePath);
        before.addSuccessor(Step.WITHIN_GROUP, member);
        return member;
    }

    private static boolean returns(Task task) {
        return task instanceof Task.Return
                || (task instanceof Task.Normal normal && normal.returnCode().isPresent());
    }

    /**
     * Adds the successors of a task (rules 9.3, 9.4, 9.9 and 10.2).
     *
     * @param returns whether the task has a return code
     * @param needsSuccess whether an absent {@code next} acts as {@code all_success}
     */
    private void route(FlowState start, FlowState end, TaskFlow flow, boolean returns, boolean needsSuccess) {
        Next.Mode mode = flow.next().mode();
        if (mode == Next.Mode.NEVER) {
            return;
        }
        if (mode == Next.Mode.LOOP && flow.loop().isPresent()) {
            end.addSuccessor(Step.REPETITION, start);
        }
        boolean canFail = mode == Next.Mode.ABSENT || mode == Next.Mode.CONDITION;
        if (canFail && flow.onFailure().isPresent()) {
            jump(end, flow.onFailure().get(), Step.ON_FAILURE);
        }
        boolean failureContinues =
                mode == Next.Mode.ABSENT && !needsSuccess && flow.onFailure().isEmpty();
        if (!returns) {
            flow.onSuccess().ifPresent(target -> jump(end, target, Step.ON_SUCCESS));
            follow(end, flow.onSuccess().isEmpty() || failureContinues);
        }
    }

    /** Adds the jump of a group in which more members failed than {@code max_fail} allows (rule 19.10). */
    private void stop(FlowState end, TaskFlow flow) {
        boolean known = end.edges().stream().anyMatch(edge -> edge.step() == Step.ON_FAILURE);
        flow.onFailure().filter(target -> !known).ifPresent(target -> jump(end, target, Step.ON_FAILURE));
    }

    private void jump(FlowState from, TaskId target, Step step) {
        enter(target, step == Step.ON_FAILURE).ifPresent(to -> from.addSuccessor(step, to));
    }

    private void follow(FlowState from, boolean possible) {
        if (possible && from.following() == null) {
            graph.following(from)
                    .task()
                    .flatMap(id -> enter(id, from.onFailurePath()))
                    .ifPresent(to -> from.addSuccessor(Step.FOLLOWING, to));
        }
    }
}
