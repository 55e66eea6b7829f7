package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The lines of a task file, without interpretation. {@link TaskFileParser} reads any text into this record, validation
 * finds errors in it, and {@link Workflow} interprets it.
 *
 * @param settings definitions of globals before the first task, in the order of the file
 * @param tasks in the order of the file, which has no meaning (rule 2.14)
 * @param notes lines that were ignored or rewritten, in the order of the file
 */
public record TaskFile(List<KeyValueLine> settings, List<TaskEntry> tasks, List<ParserNote> notes) {

    public TaskFile {
        settings = List.copyOf(settings);
        tasks = List.copyOf(tasks);
        notes = List.copyOf(notes);
    }

    /**
     * Returns all definitions of global variables, outside and inside of tasks (rule 2.8), in the order of the file.
     */
    public List<KeyValueLine> globals() {
        List<KeyValueLine> globals = new ArrayList<>(settings);
        tasks.forEach(task -> globals.addAll(task.unknown()));
        globals.sort(Comparator.comparingInt(KeyValueLine::line));
        return globals;
    }
}
