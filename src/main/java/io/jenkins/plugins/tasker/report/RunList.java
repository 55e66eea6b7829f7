package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.journal.RecordedRuns;
import io.jenkins.plugins.tasker.journal.RunOutline;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Formats the recorded runs of a log directory as a table for the terminal ({@code tasker runs}). */
public final class RunList {

    private RunList() {}

    /**
     * Returns a line for each record, in the given order. Reasons for unreadable records follow the table.
     *
     * @param filter selects the records; with {@link RunFilter#ALL}, unreadable ones are listed, too
     * @param width maximum length of a line
     */
    public static String of(List<Path> records, RunFilter filter, ZoneId zone, int width) {
        TextTable table = new TextTable("llllrrr");
        table.row("NAME", "STARTED", "TASK FILE", "OUTCOME", "EXIT", "LAST TASK", "TIME");
        List<String> unreadable = new ArrayList<>();
        records.forEach(record -> row(table, record, filter, zone, unreadable));
        StringBuilder text = new StringBuilder();
        table.print(text, width);
        unreadable.forEach(message -> text.append(VisibleText.of(message)).append('\n'));
        return text.toString();
    }

    private static void row(TextTable table, Path record, RunFilter filter, ZoneId zone, List<String> unreadable) {
        String name = RecordedRuns.name(record);
        RunRecord run;
        try {
            run = RunOutline.read(record);
        } catch (IOException e) {
            if (!filter.equals(RunFilter.ALL)) {
                return;
            }
            table.row(name, "", "", "unreadable", "", "", "");
            unreadable.add(e.getMessage());
            return;
        }
        if (!filter.accepts(run)) {
            return;
        }
        RunListEntry line = new RunListEntry(run, zone, false);
        table.row(
                name,
                line.started(),
                line.taskFile(),
                line.outcome(),
                line.exitCode(),
                line.lastTask(),
                line.duration());
    }
}
