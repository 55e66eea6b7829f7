package io.jenkins.plugins.tasker.web;

import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Finds a build that resumes another build and is queued, starting or running. */
final class ResumeInProgress {

    private ResumeInProgress() {}

    /**
     * @param scheduled id of the queue item that this process scheduled to resume the other build
     * @param isOf whether an action refers to the other build
     */
    static boolean isAny(Job<?, ?> job, OptionalLong scheduled, Predicate<ResumeAction> isOf) {
        return scheduled.isPresent() && isPending(Queue.getInstance().getItem(scheduled.getAsLong()))
                || isQueued(job, isOf)
                || isRunning(job, isOf);
    }

    /** Between queue and executor a build has no actions yet; only its queue item shows it. */
    private static boolean isPending(Queue.Item item) {
        if (item instanceof Queue.LeftItem left) {
            boolean over = left.getExecutable() instanceof Run<?, ?> build && !build.isBuilding();
            return !left.isCancelled() && !over;
        }
        return item != null;
    }

    private static boolean isQueued(Job<?, ?> job, Predicate<ResumeAction> isOf) {
        return Queue.getInstance().getItems((Queue.Task) job).stream()
                .flatMap(item -> item.getActions(ResumeAction.class).stream())
                .anyMatch(isOf);
    }

    private static boolean isRunning(Job<?, ?> job, Predicate<ResumeAction> isOf) {
        Run<?, ?> last = job.getLastBuild();
        for (Run<?, ?> running = last != null && !last.isBuilding() ? last.getPreviousBuildInProgress() : last;
                running != null;
                running = running.getPreviousBuildInProgress()) {
            if (running.getActions(ResumeAction.class).stream().anyMatch(isOf)) {
                return true;
            }
        }
        return false;
    }
}
