package io.jenkins.plugins.tasker.audit;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a build remembers of one run of a task file; all else stands in the record of the run. Kept in {@code build.xml}.
 */
final class RunEntry {

    private final int number;
    private final String file;
    private final String project;

    @CheckForNull
    private UnrecordedEnd unrecordedEnd;

    /** Numbers of the builds that went on from this run. */
    private List<Integer> resumedBy = new ArrayList<>();

    private transient volatile boolean running;

    /** Number of the item in the queue for a build that goes on from this run; 0 if there was none in this process. */
    private transient volatile long scheduled;

    @CheckForNull
    private transient volatile PendingApproval approval;

    /**
     * @param number within the build, from 1
     * @param file base name of the task file
     * @param project may be empty
     */
    RunEntry(int number, String file, String project) {
        this.number = number;
        this.file = file;
        this.project = project;
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

    void scheduled(long item) {
        scheduled = item;
    }

    OptionalLong scheduled() {
        return scheduled == 0 ? OptionalLong.empty() : OptionalLong.of(scheduled);
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
