package io.jenkins.plugins.tasker.taskfile;

import java.util.List;

/**
 * A task as written: the {@code task} line and the lines up to the next one (rule 2.9).
 *
 * @param id the {@code task} line, whatever its value
 * @param fields all fields in the order of the file, repeated ones included
 * @param unknown lines with keys that are not fields; they define globals (rule 2.10)
 */
public record TaskEntry(KeyValueLine id, List<KeyValueLine> fields, List<KeyValueLine> unknown) {

    public TaskEntry {
        fields = List.copyOf(fields);
        unknown = List.copyOf(unknown);
    }
}
