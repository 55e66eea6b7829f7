package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import io.jenkins.plugins.tasker.taskfile.TaskEntry;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.EditDistance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds misspelled names of fields whose absence changes what a task does (E41, rule 13.2). The other checks see the file with
 * the corrected names, so they report no finding that merely follows from a misspelled one.
 */
final class MisspelledFields {

    /** A line with a misspelled name, and the field that is meant. */
    record Misspelling(KeyValueLine line, Optional<TaskId> task, Field meant) {}

    /** The fields that a task must not lose unnoticed; a name that is not a field yet is left out. */
    private static final List<Field> IMPORTANT = Stream.of(
                    "hostname",
                    "hostnames",
                    "command",
                    "condition",
                    "success",
                    "failure",
                    "next",
                    "on_success",
                    "on_failure",
                    "timeout",
                    "return",
                    "max_fail")
            .flatMap(name -> Field.of(name).stream())
            .toList();

    /** From this length on, a name may differ by two edits. */
    private static final int LONG = 6;

    private final List<Misspelling> misspelled = new ArrayList<>();
    private final TaskFile corrected;

    private MisspelledFields(TaskFile file, Set<String> used) {
        List<TaskEntry> tasks = new ArrayList<>();
        for (TaskEntry task : file.tasks()) {
            tasks.add(corrected(task, used));
        }
        corrected = misspelled.isEmpty() ? file : new TaskFile(file.settings(), tasks, file.notes());
    }

    /** @param variables values from the caller of the run, which may refer to globals */
    static MisspelledFields of(TaskFile file, Collection<String> variables) {
        Set<String> used = new HashSet<>();
        file.globals().forEach(line -> used.addAll(Globals.namesIn(line.value())));
        variables.forEach(value -> used.addAll(Globals.namesIn(value)));
        for (TaskEntry task : file.tasks()) {
            used.addAll(Globals.namesIn(task.id().value()));
            task.fields().forEach(line -> used.addAll(Globals.namesIn(line.value())));
        }
        return new MisspelledFields(file, used);
    }

    /** Returns the lines with a misspelled name, in the order of the file. */
    List<Misspelling> found() {
        return misspelled;
    }

    /** Returns the file with corrected names. */
    TaskFile corrected() {
        return corrected;
    }

    private TaskEntry corrected(TaskEntry task, Set<String> used) {
        Set<String> given = new HashSet<>();
        task.fields().forEach(line -> given.add(line.key()));
        List<KeyValueLine> fields = new ArrayList<>(task.fields());
        List<KeyValueLine> unknown = new ArrayList<>();
        for (KeyValueLine line : task.unknown()) {
            Optional<Field> meant =
                    Globals.isName(line.key()) && !used.contains(line.key()) ? meant(line.key()) : Optional.empty();
            if (meant.isEmpty()) {
                unknown.add(line);
                continue;
            }
            misspelled.add(new Misspelling(line, TaskId.parse(task.id().value()), meant.get()));
            String name = meant.get().key();
            if (given.add(name)) {
                fields.add(new KeyValueLine(line.line(), name, line.value(), line.column()));
            }
        }
        fields.sort(Comparator.comparingInt(KeyValueLine::line));
        return new TaskEntry(task.id(), fields, unknown);
    }

    private static Optional<Field> meant(String key) {
        return IMPORTANT.stream()
                .filter(field -> distance(key, field) <= (field.key().length() < LONG ? 1 : 2))
                .min(Comparator.comparingInt(field -> distance(key, field)));
    }

    private static int distance(String key, Field field) {
        int longest = 2 * field.key().length();
        return key.length() > longest ? longest : EditDistance.between(key, field.key());
    }
}
