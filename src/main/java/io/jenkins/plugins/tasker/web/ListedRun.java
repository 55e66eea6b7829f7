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
        return new RunListEntry(outline, ZoneId.systemDefault(), entry.isRunning());
    }

    /** Returns the row of the project summary; requires that the run has ended. */
    public SummaryRow getRow() {
        ZoneId zone = ZoneId.systemDefault();
        String log = build.getExternalizableId();
        return outline.ended().isPresent()
                ? SummaryRow.of(outline, zone, log)
                : entry.unrecordedEnd()
                        .map(end -> SummaryRow.notRun(end.time(), zone, entry.file(), end.exitCode(), log))
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

    Optional<Integer> exitCode() {
        return outline.ended()
                .map(RunEvent.RunEnded::exitCode)
                .or(() -> entry.unrecordedEnd().map(UnrecordedEnd::exitCode));
    }
}
