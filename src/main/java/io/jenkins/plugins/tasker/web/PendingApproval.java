package io.jenkins.plugins.tasker.web;

import hudson.console.HyperlinkNote;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.session.RunObservers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/**
 * The question whether a plan is run (rule 15.4), asked on the page of the run. It waits as long as the build lets it: an
 * abort, or a {@code timeout} around the step, ends it. After a restart of Jenkins it is asked again, for nothing was run yet.
 */
public final class PendingApproval implements RunObservers.Approval {

    private final RunEntry entry;
    private final String page;
    private final TaskListener console;
    private final CompletableFuture<Optional<String>> decision = new CompletableFuture<>();
    private volatile List<String> plan = List.of();
    private volatile String decliner = "";

    /** @param page address of the page of the run, relative to the root of Jenkins */
    PendingApproval(RunEntry entry, String page, TaskListener console) {
        this.entry = entry;
        this.page = page;
        this.console = console;
    }

    @Override
    public Optional<String> approver(List<String> shown) throws InterruptedException {
        plan = shown;
        entry.setApproval(this);
        try {
            console.getLogger()
                    .println("Waiting for approval of this plan: "
                            + HyperlinkNote.encodeTo("/" + page, "Proceed or Abort"));
            return decision.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            entry.setApproval(null);
        }
    }

    List<String> plan() {
        return plan;
    }

    /** @param user who says that the plan is run */
    void proceed(String user) {
        if (decision.complete(Optional.of(user))) {
            console.getLogger().println("Approved by " + user);
        }
    }

    /** @param user who says that it is not */
    void decline(String user) {
        decliner = user;
        if (decision.complete(Optional.empty())) {
            console.getLogger().println("Not approved by " + user);
        }
    }

    /** @throws FlowInterruptedException if somebody said no: the build is aborted, whatever kind it is of */
    public void check() throws FlowInterruptedException {
        if (!decliner.isEmpty()) {
            throw new FlowInterruptedException(Result.ABORTED, false, new NotApproved(decliner));
        }
    }

    /** Why the build was aborted. */
    static final class NotApproved extends CauseOfInterruption {

        private static final long serialVersionUID = 1L;

        private final String user;

        NotApproved(String user) {
            this.user = user;
        }

        @Override
        public String getShortDescription() {
            return "The plan was not approved by " + user;
        }
    }
}
