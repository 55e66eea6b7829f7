package io.jenkins.plugins.tasker.web;

import hudson.model.Run;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.RunListEntry;
import io.jenkins.plugins.tasker.report.SummaryRow;
import io.jenkins.plugins.tasker.report.svg.Trend;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A run as an entry of lists, in the trend of a job and in the summary of a project. It reads only the outline of the record. */
public final class ListedRun {

    private final Run<?, ?> build;
    private final RunEntry entry;
    private final RunRecord outline;

    ListedRun(Run<?, ?> build, RunEntry entry, RunRecord outline) {
        this.build = build;
        this.entry = entry;
        this.outline = outline;
    }

    public RunListEntry getLine() {
        return new RunListEntry(outline, ViewerZone.get(), entry.isRunning());
    }

    /** Returns the outcome in a few words. */
    public String getOutcome() {
        if (entry.isWaiting()) {
            return Messages.ListedRun_waiting();
        }
        return entry.declinedBy()
                .map(Messages::ListedRun_declined)
                .orElseGet(() -> getLine().outcome());
    }

    /** Returns the state of the run in one word; {@code UNKNOWN} if its end is unknown. */
    String status() {
        if (entry.isRunning()) {
            return entry.isWaiting() ? "WAITING" : "RUNNING";
        }
        return end().isPresent() ? getRow().status() : "UNKNOWN";
    }

    /** Returns the row of the project summary with times of the viewer; requires that the run has ended. */
    public SummaryRow getRow() {
        return row(ViewerZone.get());
    }

    /** Returns the row of the project summary; requires that the run has ended. */
    SummaryRow row(ZoneId zone) {
        String log = build.getExternalizableId();
        return outline.ended().isPresent()
                ? SummaryRow.of(outline, zone, log)
                : entry.unrecordedEnd()
                        .map(end -> SummaryRow.notRun(end.time(), zone, entry.file(), end.exitCode(), log)
                                .declined(entry.declinedBy()))
                        .orElseThrow();
    }

    Trend.Point point() {
        return new Trend.Point(build.getDisplayName(), outline);
    }

    /** Returns the end of the run; empty while it runs or if its end is unknown. */
    Optional<Instant> end() {
        return outline.ended()
                .map(RunEvent.RunEnded::time)
                .or(() -> entry.unrecordedEnd().map(UnrecordedEnd::time));
    }

    /** Returns the exit code of the run; empty while it runs, if its end is unknown, or if its plan was declined. */
    Optional<Integer> exitCode() {
        return entry.declinedBy().isPresent()
                ? Optional.empty()
                : outline.ended()
                        .map(RunEvent.RunEnded::exitCode)
                        .or(() -> entry.unrecordedEnd().map(UnrecordedEnd::exitCode));
    }
}
