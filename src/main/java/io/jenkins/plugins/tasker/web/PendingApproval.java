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
 * Waits for the approval of a plan on the page of the run (rule 15.4). An abort of the build or a {@code timeout} around the
 * step ends the wait. A restart of Jenkins repeats the request, because no command has started yet.
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
                    .println(Messages.PendingApproval_waiting(
                            HyperlinkNote.encodeTo("/" + page, Messages.PendingApproval_proceedOrAbort())));
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

    /** Starts the run on behalf of a user. */
    void proceed(String user) {
        if (decision.complete(Optional.of(user))) {
            console.getLogger().println(Messages.PendingApproval_approved(user));
        }
    }

    /** Ends the run on behalf of a user. */
    void decline(String user) {
        decliner = user;
        if (decision.complete(Optional.empty())) {
            console.getLogger().println(Messages.PendingApproval_notApproved(user));
        }
    }

    /** @throws FlowInterruptedException if a user rejected the plan; it aborts builds of every type */
    public void check() throws FlowInterruptedException {
        if (!decliner.isEmpty()) {
            throw new FlowInterruptedException(Result.ABORTED, false, new NotApproved(decliner));
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
            return Messages.PendingApproval_notApprovedCause(user);
        }
    }
}
