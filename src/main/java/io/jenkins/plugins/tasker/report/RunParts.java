package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.journal.RunRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The parts of a page about a run, as markup for any page; {@link HtmlReport} is a page of its own with the same. */
public final class RunParts {

    private final RunRecord run;
    private final ZoneId zone;
    private final boolean live;
    private final String unrecorded;

    private RunParts(RunRecord run, ZoneId zone, boolean live, String unrecorded) {
        this.run = run;
        this.zone = zone;
        this.live = live && run.ended().isEmpty();
        this.unrecorded = unrecorded;
    }

    /**
     * @param live whether the run still goes on
     * @param unrecorded what is to be said of a run without record; empty if there is nothing
     */
    public static RunParts of(RunRecord run, ZoneId zone, boolean live, String unrecorded) {
        return new RunParts(run, zone, live, unrecorded);
    }

    /** In a sentence, as text and not as markup. */
    public String getOutcome() {
        if (run.started().isPresent()) {
            return OutcomeSentence.of(run, live);
        }
        if (!unrecorded.isEmpty()) {
            return unrecorded;
        }
        return live
                ? "The task file is being checked."
                : "Nothing is recorded of this run: it did not come to its first task, or its record was removed.";
    }

    public boolean isRecorded() {
        return run.started().isPresent();
    }

    public String getTimeline() {
        return Timeline.svg(run, live ? Optional.of(Instant.now()) : Optional.empty());
    }

    public String getFlow() {
        return FlowGraph.svg(run, live);
    }

    public String getTasks() {
        Markup html = new Markup(1 << 16);
        new HtmlTasks(html, run, zone).write();
        return html.toString();
    }
}
