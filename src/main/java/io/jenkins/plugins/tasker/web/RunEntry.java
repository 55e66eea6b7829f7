package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entry of a run in {@code build.xml}: its number, file, project and branch. The record of the run holds the rest. */
final class RunEntry {

    private final int number;
    private final String file;
    private final String project;

    @CheckForNull
    private final String branch;

    @CheckForNull
    private UnrecordedEnd unrecordedEnd;

    /** The decision on the plan; null before it, and for a run without approval. */
    @CheckForNull
    private volatile ApprovalDecision decision;

    /** Numbers of the builds that resumed this run. */
    private volatile List<Integer> resumedBy = new ArrayList<>();

    private transient volatile boolean running;

    @CheckForNull
    private transient volatile PendingApproval approval;

    /** @param number within the build, from 1 */
    RunEntry(int number, RunName name) {
        this.number = number;
        this.file = name.file();
        this.project = name.project();
        this.branch = name.branch();
    }

    int number() {
        return number;
    }

    String file() {
        return file;
    }

    String project() {
        return project;
    }

    String branch() {
        return branch == null ? "" : branch;
    }

    /** Returns whether both runs have the same task file and branch. A script can have several runs with the same pair. */
    boolean hasSameFileAndBranch(RunEntry other) {
        return file.equals(other.file) && branch().equals(other.branch());
    }

    /** Returns whether both ran in parallel: in different branches, none of them nested in the other. */
    boolean isParallelTo(RunEntry other) {
        return !isWithin(other.branch()) && !other.isWithin(branch());
    }

    private boolean isWithin(String outer) {
        return outer.isEmpty()
                || branch().equals(outer)
                || branch().startsWith(outer + RunRegistration.NESTED_BRANCHES);
    }

    /** Returns the file, followed by its branch if it has one. */
    String label() {
        return branch().isEmpty() ? file : Messages.RunEntry_inBranch(file, branch);
    }

    /** Returns the end of a run without a record: a dry run, or a run that executed no task. */
    Optional<UnrecordedEnd> unrecordedEnd() {
        return Optional.ofNullable(unrecordedEnd);
    }

    void setUnrecordedEnd(UnrecordedEnd end) {
        unrecordedEnd = end;
    }

    /** Returns whether this Jenkins process executes the run now. */
    boolean isRunning() {
        return running;
    }

    void setRunning(boolean running) {
        this.running = running;
    }

    void addResumedBy(int build) {
        // Replaced and not changed, because other code may save the build at this time.
        List<Integer> more = new ArrayList<>(resumedBy);
        more.add(build);
        resumedBy = more;
    }

    List<Integer> resumedBy() {
        return List.copyOf(resumedBy);
    }

    /** Returns the decision on the plan of this run. */
    Optional<ApprovalDecision> decision() {
        return Optional.ofNullable(decision);
    }

    void setDecision(ApprovalDecision made) {
        decision = made;
    }

    /** Returns the user who declined the plan. */
    Optional<String> declinedBy() {
        return decision().filter(made -> !made.isApproved()).map(ApprovalDecision::user);
    }

    /** Returns whether the run waits for the approval of its plan. */
    boolean isWaiting() {
        return approval != null && decision == null;
    }

    /** Returns the approval that the run waits for, or null. */
    @CheckForNull
    PendingApproval approval() {
        return approval;
    }

    void setApproval(@CheckForNull PendingApproval approval) {
        this.approval = approval;
    }

    /** Sets the field that {@code build.xml} lacks if a version without resume wrote it. */
    private Object readResolve() {
        resumedBy = resumedBy == null ? new ArrayList<>() : resumedBy;
        return this;
    }
}
