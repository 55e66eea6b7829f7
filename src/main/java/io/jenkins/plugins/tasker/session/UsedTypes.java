package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.TaskEntry;
import io.jenkins.plugins.tasker.taskfile.TaskFields;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.Template;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The execution types that the tasks of a file name (rule 4.1), known or unknown.
 *
 * @param anyOther whether a task takes the name of its type from a result, so that it may use any type
 */
public record UsedTypes(Set<String> names, boolean anyOther) {

    /** Returns whether a task has no {@code exec}, so that the default type of the run is of interest. */
    static boolean includesDefault(TaskFile file) {
        Globals globals = Globals.of(file.globals(), Map.of());
        return file.tasks().stream()
                .map(entry -> new TaskFields(entry, globals))
                .anyMatch(task -> task.kind().hasCommand() && !task.has(Field.EXEC));
    }

    /**
     * @param variables values of globals that override those of the file
     * @param defaultType of tasks without {@code exec}
     */
    public static UsedTypes of(TaskFile file, Map<String, String> variables, String defaultType) {
        Globals globals = Globals.of(file.globals(), variables);
        Set<String> names = new HashSet<>();
        boolean anyOther = false;
        for (TaskEntry entry : file.tasks()) {
            TaskFields task = new TaskFields(entry, globals);
            if (task.kind().hasCommand()) {
                Template type = task.has(Field.EXEC) ? task.template(Field.EXEC) : Template.of(defaultType, globals);
                names.add(type.expanded());
                anyOther |= !type.isStatic();
            }
        }
        return new UsedTypes(names, anyOther);
    }

    public boolean mayBe(String name) {
        return anyOther || names.contains(name);
    }
}
