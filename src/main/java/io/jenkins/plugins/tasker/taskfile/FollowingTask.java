package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which task follows another one by its number, and what was passed over on the way (rules 9.5 to 9.7). */
public final class FollowingTask {

    /**
     * Ids that no task has, from the first to the last.
     *
     * @param first the lowest
     * @param last the highest; the same for a single id
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

    /** The following task; empty if the run ends here with 0, because no task is left or because of a strict gap. */
    public Optional<TaskId> task() {
        return endsAtGap ? Optional.empty() : destination;
    }

    /** Whether an undefined id lies before the task that follows, or would follow without strict gaps. */
    public boolean crossesGap() {
        return destination
                .map(to -> order.countBetween(from, to.value()) < to.value() - from - 1)
                .orElse(false);
    }

    /** Whether the run ends here because gaps are strict, although a task would follow. */
    public boolean endsAtGap() {
        return endsAtGap;
    }

    /** The undefined ids that lie before the task that follows, or would follow without strict gaps, in order. */
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
