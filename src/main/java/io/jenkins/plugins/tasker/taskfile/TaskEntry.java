package io.jenkins.plugins.tasker.taskfile;

import java.util.List;
import java.util.Optional;

/**
 * A task as it is written: the {@code task} line and the lines up to the next one (rule 2.9).
 *
 * @param id the {@code task} line itself; its value may be anything
 * @param fields all fields in the order of the file, repeated ones included
 * @param unknown lines whose keys are not fields; they define globals (rule 2.10)
 */
public record TaskEntry(Setting id, List<Setting> fields, List<Setting> unknown) {

    public TaskEntry {
        fields = List.copyOf(fields);
        unknown = List.copyOf(unknown);
    }

    /** The line that counts for a field: the last one (rule 2.11). */
    public Optional<Setting> get(Field field) {
        for (int i = fields.size() - 1; i >= 0; i--) {
            if (fields.get(i).key().equals(field.key())) {
                return Optional.of(fields.get(i));
            }
        }
        return Optional.empty();
    }

    public boolean has(Field field) {
        return get(field).isPresent();
    }
}
