package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import java.util.regex.Pattern;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.verb.GET;

/** A scheduled build on its way through the queue. Its page redirects to the build as soon as the build starts. */
public final class ScheduledBuild {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Job<?, ?> job;
    private final Queue.Item item;

    private ScheduledBuild(Job<?, ?> job, Queue.Item item) {
        this.job = job;
        this.item = item;
    }

    /**
     * @param number of the queue item
     * @return null if the queue has no such item, or the item is one of another job
     */
    @CheckForNull
    static ScheduledBuild find(Job<?, ?> job, String number) {
        if (!NUMBER.matcher(number).matches()) {
            return null;
        }
        Queue.Item item = Queue.getInstance().getItem(Long.parseLong(number));
        return item == null || item.task != job ? null : new ScheduledBuild(job, item);
    }

    /** Returns the job, under the name that the layout of Jenkins pages expects. */
    public Job<?, ?> getObject() {
        return job;
    }

    public String getDisplayName() {
        return Messages.ScheduledBuild_displayName();
    }

    /** Redirects to the build after its start, or to the job after the item was cancelled; until then shows what the item waits for. */
    @GET
    public HttpResponse doIndex() {
        job.checkPermission(Item.READ);
        String target = target();
        return target.isEmpty()
                ? HttpResponses.forwardToView(this, "waiting")
                : HttpResponses.redirectViaContextPath(target);
    }

    /** Returns an address relative to the root of Jenkins; empty while the item waits. */
    private String target() {
        if (item instanceof Queue.LeftItem left) {
            if (left.isCancelled()) {
                return job.getUrl();
            }
            return left.getExecutable() instanceof Run<?, ?> build ? build.getUrl() : "";
        }
        return "";
    }

    /** Returns what the item waits for, in words of Jenkins; may be empty. */
    public String getReason() {
        return Util.fixNull(item.getWhy());
    }
}
