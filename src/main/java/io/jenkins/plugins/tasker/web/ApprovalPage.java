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
 * Where a plan that waits is answered, {@code approval} below the page of its run. Who may start builds of the job may
 * answer, as with the step {@code input}.
 */
public final class ApprovalPage {

    private final Job<?, ?> job;
    private final PendingApproval approval;

    ApprovalPage(Job<?, ?> job, PendingApproval approval) {
        this.job = job;
        this.approval = approval;
    }

    /** What would be run, in lines; one text, because Jelly drops line ends of its own. */
    public String getPlan() {
        return String.join("\n", approval.plan());
    }

    /** Whether whoever looks may answer. */
    public boolean isAllowed() {
        return job.hasPermission(Item.BUILD);
    }

    /** The plan is run. */
    @RequirePOST
    public HttpResponse doProceed() {
        job.checkPermission(Item.BUILD);
        approval.proceed(user());
        return backToTheRun();
    }

    /** The plan is not run, and the build is aborted. */
    @RequirePOST
    public HttpResponse doAbort() {
        job.checkPermission(Item.BUILD);
        approval.decline(user());
        return backToTheRun();
    }

    private static String user() {
        return Jenkins.getAuthentication2().getName();
    }

    private static HttpResponse backToTheRun() {
        return new HttpResponse() {
            @Override
            public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                    throws IOException {
                response.sendRedirect2("..");
            }
        };
    }
}
