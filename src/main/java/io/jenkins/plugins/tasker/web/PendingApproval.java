package io.jenkins.plugins.tasker.web;

import hudson.console.HyperlinkNote;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.session.PlanDecision;
import io.jenkins.plugins.tasker.session.RunObservers;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/**
 * Waits for the approval of a plan on the page of the run (rule 15.4). An abort of the build or a {@code timeout} around the
 * step ends the wait. A restart of Jenkins repeats the request, because no command has started yet.
 */
public final class PendingApproval implements RunObservers.Approval {

    private final TaskerRunAction action;
    private final RunEntry entry;
    private final TaskListener console;
    private final CompletableFuture<PlanDecision> decided = new CompletableFuture<>();
    private volatile List<String> plan = List.of();

    PendingApproval(TaskerRunAction action, RunEntry entry, TaskListener console) {
        this.action = action;
        this.entry = entry;
        this.console = console;
    }

    @Override
    public PlanDecision decide(List<String> shown) throws InterruptedException {
        plan = shown;
        Optional<ApprovalDecision> before = entry.decision();
        if (before.isPresent()) {
            // The decision was recorded, but Jenkins ended before the run obeyed it.
            return new PlanDecision(before.get().isApproved(), before.get().user());
        }
        entry.setApproval(this);
        try {
            String page = "/" + RunPage.url(action.getObject(), entry.number());
            console.getLogger()
                    .println(Messages.PendingApproval_waiting(
                            HyperlinkNote.encodeTo(page, Messages.PendingApproval_proceedOrAbort())));
            return decided.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            entry.setApproval(null);
        }
    }

    List<String> plan() {
        return plan;
    }

    /**
     * Starts or ends the run on behalf of a user. The decision is recorded first.
     *
     * @return false if another decision was made before
     */
    boolean decide(boolean approved, String user) throws IOException {
        ApprovalDecision decision = new ApprovalDecision(approved, user, Instant.now());
        if (!action.decide(entry, decision)) {
            return false;
        }
        console.getLogger()
                .println(approved ? Messages.PendingApproval_approved(user) : Messages.PendingApproval_declined(user));
        return decided.complete(new PlanDecision(approved, user));
    }

    /** @throws FlowInterruptedException if a user declined the plan; it aborts builds of every type */
    public void check() throws FlowInterruptedException {
        if (entry.declinedBy().isPresent()) {
            throw new FlowInterruptedException(
                    Result.ABORTED, false, new NotApproved(entry.declinedBy().get()));
        }
    }

    /** The cause of the abort of the build. */
    public static final class NotApproved extends CauseOfInterruption {

        private static final long serialVersionUID = 1L;

        private final String user;

        public NotApproved(String user) {
            this.user = user;
        }

        @Override
        public String getShortDescription() {
            return Messages.PendingApproval_declinedCause(user);
        }
    }
}
