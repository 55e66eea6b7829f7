package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.RecordedRuns;
import io.jenkins.plugins.tasker.journal.RunOutline;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The recorded runs of a log directory as a table for the terminal ({@code tasker runs}). */
public final class RunList {

    private RunList() {}

    /**
     * A line for each record, in the given order; why one cannot be read is said below.
     *
     * @param width characters of a line
     */
    public static String of(List<Path> records, ZoneId zone, int width) {
        TextTable table = new TextTable("llllrrr");
        table.row("NAME", "STARTED", "TASK FILE", "OUTCOME", "EXIT", "LAST TASK", "TIME");
        List<String> unreadable = new ArrayList<>();
        records.forEach(record -> row(table, record, zone, unreadable));
        StringBuilder text = new StringBuilder();
        table.print(text, width);
        unreadable.forEach(message -> text.append(VisibleText.of(message)).append('\n'));
        return text.toString();
    }

    private static void row(TextTable table, Path record, ZoneId zone, List<String> unreadable) {
        String name = RecordedRuns.name(record);
        RunRecord run;
        try {
            run = RunOutline.read(record);
        } catch (IOException e) {
            table.row(name, "", "", "unreadable", "", "", "");
            unreadable.add(e.getMessage());
            return;
        }
        Optional<RunEvent.RunStarted> started = run.started();
        table.row(
                name,
                started.map(event -> LogTime.text(event.time(), zone)).orElse(""),
                started.map(RunEvent.RunStarted::fileName).orElse(""),
                outcome(run),
                run.ended().map(end -> Integer.toString(end.exitCode())).orElse(""),
                lastTask(run)
                        .map(key -> key.label().substring("Task ".length()))
                        .orElse(""),
                Words.brief(run.wallTime()));
    }

    private static String outcome(RunRecord run) {
        return run.ended()
                .map(end -> end.exitCode() == 0 ? "successful" : "failed")
                .orElse("no end");
    }

    private static Optional<TaskKey> lastTask(RunRecord run) {
        if (run.ended().isPresent()) {
            return run.ended().get().lastTask();
        }
        List<TaskRun> tasks = run.tasks();
        return tasks.isEmpty()
                ? Optional.empty()
                : Optional.of(tasks.get(tasks.size() - 1).key());
    }
}
