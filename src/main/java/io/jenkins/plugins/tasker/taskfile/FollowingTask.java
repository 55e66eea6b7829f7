package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The task that follows another one by number, and the ids that lie between the two (rules 9.5 to 9.7). */
public final class FollowingTask {

    /**
     * A range of ids without a task.
     *
     * @param first the lowest id
     * @param last the highest id; equal to {@code first} for a single id
     */
    public record Gap(TaskId first, TaskId last) {

        @Override
        public String toString() {
            return first.equals(last) ? first.toString() : first + "-" + last;
        }
    }

    private final TaskOrder order;
    private final long from;
    private final Optional<TaskId> destination;
    private final boolean endsAtGap;

    FollowingTask(TaskOrder order, long from, Optional<TaskId> destination, RunMode mode) {
        this.order = order;
        this.from = from;
        this.destination = destination;
        this.endsAtGap = mode.strictGaps() && crossesGap();
    }

    /** Returns the following task; empty if the run ends with 0, because no task is left or a strict gap stops it. */
    public Optional<TaskId> task() {
        return endsAtGap ? Optional.empty() : destination;
    }

    /** Returns whether an undefined id lies before the task that follows, or that would follow without strict gaps. */
    public boolean crossesGap() {
        return destination
                .map(to -> order.countBetween(from, to.value()) < to.value() - from - 1)
                .orElse(false);
    }

    /** Returns whether a strict gap ends the run before a task that would follow otherwise. */
    public boolean endsAtGap() {
        return endsAtGap;
    }

    /** Returns the gaps before the task that follows, or that would follow without strict gaps, in ascending order. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        if (destination.isPresent()) {
            long expected = from + 1;
            for (long id : order.between(from, destination.get().value() + 1)) {
                if (id > expected) {
                    gaps.add(new Gap(new TaskId(expected), new TaskId(id - 1)));
                }
                expected = id + 1;
            }
        }
        return gaps;
    }
}
