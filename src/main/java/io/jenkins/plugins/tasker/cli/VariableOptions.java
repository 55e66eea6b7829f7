package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.session.VariableAssignment;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import io.jenkins.plugins.tasker.taskfile.ParserNote;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The values of globals from {@code --var} and {@code --vars}; they override those of the task file.
 *
 * @param named the variables of {@code --var}
 */
record VariableOptions(Map<String, String> values, Set<String> named) {

    static VariableOptions of(Arguments.Variables given) throws StartException {
        Map<String, String> variables = new LinkedHashMap<>();
        Set<String> named = new LinkedHashSet<>();
        for (Path file : given.files()) {
            variables.putAll(fromFile(file));
        }
        for (String text : given.assignments()) {
            try {
                VariableAssignment assignment = VariableAssignment.parse(text);
                variables.put(assignment.name(), assignment.value());
                named.add(assignment.name());
            } catch (IllegalArgumentException e) {
                throw new StartException(ExitCodes.USAGE, "--var: " + e.getMessage());
            }
        }
        return new VariableOptions(variables, named);
    }

    /** Reads a file with the grammar of task files, without tasks. */
    private static Map<String, String> fromFile(Path file) throws StartException {
        TaskFile content;
        try {
            content = TaskFileParser.parse(TaskFileReader.read(file).text());
        } catch (UnreadableTaskFileException e) {
            throw new StartException(ExitCodes.USAGE, "--vars: " + e.getMessage());
        }
        for (ParserNote note : content.notes()) {
            if (note.kind() != ParserNote.Kind.INLINE_COMMENT) {
                throw bad(file, note.line(), note.text());
            }
        }
        if (!content.tasks().isEmpty()) {
            throw bad(file, content.tasks().get(0).id().line(), "task");
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (KeyValueLine setting : content.globals()) {
            if (!Globals.isName(setting.key())) {
                throw bad(file, setting.line(), setting.key());
            }
            variables.put(setting.key(), setting.value());
        }
        return variables;
    }

    private static StartException bad(Path file, int line, String text) {
        return new StartException(
                ExitCodes.USAGE,
                "--vars: " + file + ", line " + line + ": '" + text + "': only lines NAME=VALUE are expected here");
    }
}
