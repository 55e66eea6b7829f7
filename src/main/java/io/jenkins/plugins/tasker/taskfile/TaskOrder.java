package io.jenkins.plugins.tasker.taskfile;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** The sorted ids of a workflow, prepared to find a following task without a loop over the tasks in between. */
final class TaskOrder {

    private static final int NONE = -1;

    private final long[] ids;
    private final boolean[] subTask;
    private final int[] nextOrdinary;
    private final int[] nextOnFailurePath;

    /**
     * Prepares the ids.
     *
     * @param sorted all defined ids in ascending order
     * @param subTask rule 1.5
     * @param jumpTarget rule 1.6
     * @param handler rule 1.6
     */
    TaskOrder(
            Collection<TaskId> sorted,
            Predicate<TaskId> subTask,
            Predicate<TaskId> jumpTarget,
            Predicate<TaskId> handler) {
        TaskId[] tasks = sorted.toArray(TaskId[]::new);
        ids = new long[tasks.length];
        this.subTask = new boolean[tasks.length];
        nextOrdinary = new int[tasks.length];
        nextOnFailurePath = new int[tasks.length];
        int ordinary = NONE;
        int onFailurePath = NONE;
        for (int i = tasks.length - 1; i >= 0; i--) {
            ids[i] = tasks[i].value();
            this.subTask[i] = subTask.test(tasks[i]);
            if (!this.subTask[i] && !jumpTarget.test(tasks[i])) {
                ordinary = i;
            }
            if (!this.subTask[i] && (!jumpTarget.test(tasks[i]) || handler.test(tasks[i]))) {
                onFailurePath = i;
            }
            nextOrdinary[i] = ordinary;
            nextOnFailurePath[i] = onFailurePath;
        }
    }

    FollowingTask following(TaskId id, boolean onFailurePath, RunMode mode) {
        int above = indexAbove(id.value());
        Optional<TaskId> destination = Optional.empty();
        if (above < ids.length) {
            boolean direct = ids[above] == id.value() + 1 && !subTask[above];
            int next = direct ? above : (onFailurePath ? nextOnFailurePath : nextOrdinary)[above];
            destination = next == NONE ? Optional.empty() : Optional.of(new TaskId(ids[next]));
        }
        return new FollowingTask(this, id.value(), destination, mode);
    }

    /** Returns how many defined ids lie between two ids, both excluded. */
    long countBetween(long low, long high) {
        return Math.max(0, indexAbove(high - 1) - indexAbove(low));
    }

    /** Returns the defined ids between two ids, both excluded. */
    long[] between(long low, long high) {
        return Arrays.copyOfRange(ids, indexAbove(low), indexAbove(high - 1));
    }

    private int indexAbove(long id) {
        int found = Arrays.binarySearch(ids, id);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
