package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskStatus;
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
}
