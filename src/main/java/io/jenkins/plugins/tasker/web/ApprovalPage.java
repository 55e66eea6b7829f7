package io.jenkins.plugins.tasker.web;

import hudson.model.Item;
import hudson.model.Job;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.interceptor.RequirePOST;

/**
 * Receives the decision on a plan at {@code approval} below the page of the run. It requires the permission
 * Job/Build, as the step {@code input} does.
 */
public final class ApprovalPage {

    private final Job<?, ?> job;
    private final RunEntry entry;
    private final Optional<PendingApproval> pending;

    ApprovalPage(Job<?, ?> job, RunEntry entry) {
        this.job = job;
        this.entry = entry;
        this.pending = Optional.ofNullable(entry.approval());
    }

    /** Returns whether the run waits for the decision. */
    public boolean isPending() {
        return entry.isWaiting();
    }

    /** Returns the plan as one text, because Jelly drops line ends between elements. */
    public String getPlan() {
        return String.join("\n", pending.orElseThrow().plan());
    }

    /** Returns whether the current user may decide. */
    public boolean isAllowed() {
        return job.hasPermission(Item.BUILD);
    }

    /** Returns who decided, and when; empty before the decision. */
    public String getDecision() {
        return entry.decision().map(made -> made.text(ViewerZone.get())).orElse("");
    }

    /** Approves the plan, and the run starts. */
    @RequirePOST
    public HttpResponse doProceed(StaplerRequest2 request) throws IOException {
        job.checkPermission(Item.BUILD);
        return decide(true, request);
    }

    /** Declines the plan, and the build is aborted. */
    @RequirePOST
    public HttpResponse doAbort(StaplerRequest2 request) throws IOException {
        job.checkPermission(Item.BUILD);
        return decide(false, request);
    }

    /** After a decision, browsers get the page of the run, which shows the decision; programs get 409 and the decision. */
    private HttpResponse decide(boolean approved, StaplerRequest2 request) throws IOException {
        boolean first = pending.isPresent()
                && pending.get().decide(approved, Jenkins.getAuthentication2().getName());
        return first || ScheduledResponse.isFromBrowser(request)
                ? redirectToRun()
                : HttpResponses.errorWithoutStack(HttpURLConnection.HTTP_CONFLICT, getDecision());
    }

    private static HttpResponse redirectToRun() {
        return new HttpResponse() {
            @Override
            public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                    throws IOException {
                response.sendRedirect2("..");
            }
        };
    }
}
