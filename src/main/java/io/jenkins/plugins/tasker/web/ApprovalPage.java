package io.jenkins.plugins.tasker.web;

import hudson.model.Item;
import hudson.model.Job;
import java.io.IOException;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.interceptor.RequirePOST;

/**
 * Receives the decision on a pending plan at {@code approval} below the page of the run. It requires the permission
 * Job/Build, as the step {@code input} does.
 */
public final class ApprovalPage {

    private final Job<?, ?> job;
    private final PendingApproval approval;

    ApprovalPage(Job<?, ?> job, PendingApproval approval) {
        this.job = job;
        this.approval = approval;
    }

    /** Returns the plan as one text, because Jelly drops line ends between elements. */
    public String getPlan() {
        return String.join("\n", approval.plan());
    }

    /** Returns whether the current user may decide. */
    public boolean isAllowed() {
        return job.hasPermission(Item.BUILD);
    }

    /** Approves the plan, and the run starts. */
    @RequirePOST
    public HttpResponse doProceed() {
        job.checkPermission(Item.BUILD);
        approval.proceed(user());
        return redirectToRun();
    }

    /** Rejects the plan, and the build is aborted. */
    @RequirePOST
    public HttpResponse doAbort() {
        job.checkPermission(Item.BUILD);
        approval.decline(user());
        return redirectToRun();
    }

    private static String user() {
        return Jenkins.getAuthentication2().getName();
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
