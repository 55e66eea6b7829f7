package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a task file says, line by line and without judgement: {@link TaskFileParser} reads any text into one of these, and
 * validation finds what is wrong with it. {@link Workflow} gives it meaning.
 *
 * @param settings definitions of globals before the first task, in the order of the file
 * @param tasks in the order of the file, which means nothing (rule 2.14)
 * @param notes what was ignored or rewritten, in the order of the file
 */
public record TaskFile(List<KeyValueLine> settings, List<TaskEntry> tasks, List<ParserNote> notes) {

    public TaskFile {
        settings = List.copyOf(settings);
        tasks = List.copyOf(tasks);
        notes = List.copyOf(notes);
    }

    /** All definitions of global variables wherever they stand (rule 2.8), in the order of the file. */
    public List<KeyValueLine> globals() {
        List<KeyValueLine> globals = new ArrayList<>(settings);
        tasks.forEach(task -> globals.addAll(task.unknown()));
        globals.sort(Comparator.comparingInt(KeyValueLine::line));
        return globals;
    }
}
