package io.jenkins.plugins.tasker.web;

import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Looks for the build that goes on from another one: in the queue, on its way from there to an executor, or running. */
final class ResumeInProgress {

    private ResumeInProgress() {}

    /**
     * @param scheduled as which item of the queue this Jenkins process scheduled a build that goes on from the other one
     * @param isOf whether it is the other one
     */
    static boolean isAny(Job<?, ?> job, OptionalLong scheduled, Predicate<ResumeAction> isOf) {
        return scheduled.isPresent() && isUnderWay(Queue.getInstance().getItem(scheduled.getAsLong()))
                || isQueued(job, isOf)
                || isRunning(job, isOf);
    }

    /** A build gets its actions only after it has left the queue, and until then nothing but its item tells of it. */
    private static boolean isUnderWay(Queue.Item item) {
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
