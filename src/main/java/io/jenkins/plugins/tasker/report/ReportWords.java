package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskStatus;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words that all reports share. */
public final class ReportWords {

    private ReportWords() {}

    /** Returns the status in lower case, such as {@code timed out}. */
    public static String of(TaskStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the text of a note, after the label of its task if it has one. */
    public static String of(RunEvent.Note note) {
        return note.task().map(TaskKey::label).map(label -> label + ": ").orElse("") + note.text();
    }

    /**
     * Lists texts in one line: {@code a, b and 3 more}.
     *
     * @param limit how many texts the list contains at most
     */
    public static String list(List<String> texts, int limit) {
        String listed = String.join(", ", texts.subList(0, Math.min(limit, texts.size())));
        return texts.size() > limit ? listed + " and " + (texts.size() - limit) + " more" : listed;
    }

    /** Returns the end of the totals of a run: its members that were not started, if there are any (rule 16.9). */
    public static String notStarted(RunRecord run) {
        int members = run.membersNotStarted();
        return members == 0 ? "" : ", " + Counted.of(members, "member") + " not started";
    }

    /** Returns at most {@code limit} lines: the first and the last ones, with the number of lines in between (rule 16.13). */
    static List<String> ends(List<String> lines, int limit) {
        if (lines.size() <= limit) {
            return lines;
        }
        int last = limit / 4;
        int first = limit - last - 1;
        List<String> ends = new ArrayList<>(lines.subList(0, first));
        ends.add("[... " + Counted.of(lines.size() - first - last, "line") + " ...]");
        ends.addAll(lines.subList(lines.size() - last, lines.size()));
        return ends;
    }
}
