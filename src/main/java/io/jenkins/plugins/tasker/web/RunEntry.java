package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a build remembers of one run of a task file; all else stands in the record of the run. Kept in {@code build.xml}.
 */
final class RunEntry {

    private final int number;
    private final String file;
    private final String project;

    @CheckForNull
    private final String branch;

    @CheckForNull
    private UnrecordedEnd unrecordedEnd;

    /** Numbers of the builds that went on from this run. */
    private List<Integer> resumedBy = new ArrayList<>();

    private transient volatile boolean running;

    @CheckForNull
    private transient volatile PendingApproval approval;

    /**
     * @param number within the build, from 1
     * @param file base name of the task file
     * @param project may be empty
     * @param branch parallel branch of the script; empty outside of any
     */
    RunEntry(int number, String file, String project, String branch) {
        this.number = number;
        this.file = file;
        this.project = project;
        this.branch = branch;
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

    /** Whether it is the same place of a script, as far as that can be told; a place may come several times. */
    boolean isSamePlace(RunEntry other) {
        return file.equals(other.file) && branch().equals(other.branch());
    }

    /** Whether both are in parallel branches of which neither is within the other, so that neither came after the other. */
    boolean isBeside(RunEntry other) {
        return !isWithin(other.branch()) && !other.isWithin(branch());
    }

    private boolean isWithin(String outer) {
        return outer.isEmpty()
                || branch().equals(outer)
                || branch().startsWith(outer + RunRegistration.NESTED_BRANCHES);
    }

    /** The file, and the branch if there is one. */
    String label() {
        return branch().isEmpty() ? file : file + " in branch " + branch;
    }

    /** How a run ended that has no record: it came to no task, or was a dry run. */
    Optional<UnrecordedEnd> unrecordedEnd() {
        return Optional.ofNullable(unrecordedEnd);
    }

    void endedUnrecorded(UnrecordedEnd end) {
        unrecordedEnd = end;
    }

    /** Whether this Jenkins process is running it right now. */
    boolean isRunning() {
        return running;
    }

    void setRunning(boolean running) {
        this.running = running;
    }

    void resumedBy(int build) {
        resumedBy.add(build);
    }

    List<Integer> resumedBy() {
        return List.copyOf(resumedBy);
    }

    /** What waits for somebody's decision right now. */
    @CheckForNull
    PendingApproval approval() {
        return approval;
    }

    void setApproval(@CheckForNull PendingApproval approval) {
        this.approval = approval;
    }

    /** A {@code build.xml} written before builds could go on from a run names none. */
    private Object readResolve() {
        resumedBy = resumedBy == null ? new ArrayList<>() : resumedBy;
        return this;
    }
}
