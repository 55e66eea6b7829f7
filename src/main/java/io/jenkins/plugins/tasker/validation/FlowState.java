package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.ArrayList;
import java.util.List;

/**
 * A state of a run at a task, which determines the possible next steps. A task has up to two states of its own, on the
 * ordinary path and on the failure path (rule 9.6), and one for each group that runs it.
 */
final class FlowState {

    /** What the run does in a state. */
    enum Phase {
        /** A normal or return task runs and stores its result, or is skipped. */
        RUN,
        /** A group starts; its sub-tasks come next. */
        GROUP_START,
        /** A group runs one of its sub-tasks. */
        MEMBER,
        /** A group stores its result, and those of its sub-tasks. */
        GROUP_END
    }

    /** How a run moves from one state to another. */
    enum Step {
        FOLLOWING,
        ON_SUCCESS,
        ON_FAILURE,
        /** A repetition of a loop, which is limited. */
        REPETITION,
        /** A step from a group to a sub-task, between sub-tasks, or back to the group. */
        WITHIN_GROUP
    }

    /** A step and its target. */
    record Edge(Step step, FlowState to) {

        boolean isJump() {
            return step == Step.ON_SUCCESS || step == Step.ON_FAILURE;
        }
    }

    private final int index;
    private final TaskId task;
    private final Phase phase;
    private final boolean onFailurePath;
    private final List<Edge> edges = new ArrayList<>(2);

    FlowState(int index, TaskId task, Phase phase, boolean onFailurePath) {
        this.index = index;
        this.task = task;
        this.phase = phase;
        this.onFailurePath = onFailurePath;
    }

    /** Returns the number of the state in its graph, from 0. */
    int index() {
        return index;
    }

    TaskId task() {
        return task;
    }

    Phase phase() {
        return phase;
    }

    boolean onFailurePath() {
        return onFailurePath;
    }

    /** Returns whether the task's result exists from this state on. */
    boolean leavesResult() {
        return phase != Phase.GROUP_START;
    }

    List<Edge> edges() {
        return edges;
    }

    boolean reachesItself() {
        for (Edge edge : edges) {
            if (edge.to() == this) {
                return true;
            }
        }
        return false;
    }

    /** Returns the next state in the order of numbers, without a jump; null if there is none. */
    FlowState following() {
        for (Edge edge : edges) {
            if (edge.step() == Step.FOLLOWING) {
                return edge.to();
            }
        }
        return null;
    }

    void addSuccessor(Step step, FlowState to) {
        edges.add(new Edge(step, to));
    }
}
