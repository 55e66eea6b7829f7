package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.command.LocalCommandLine;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.TaskEntry;
import io.jenkins.plugins.tasker.taskfile.TaskFields;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file under validation, with everything that more than one check looks up. */
final class CheckedFile {

    /** The execution type that needs no host and reads {@code command} in its own way (rule 5.7). */
    static final String LOCAL = "local";

    private final TaskFile file;
    private final ValidationOptions options;
    private final Globals globals;
    private final List<CheckedTask> tasks = new ArrayList<>();
    private final Map<TaskId, CheckedTask> byId = new HashMap<>();
    private final Workflow workflow;
    private final GlobalGraph globalGraph;
    private final Map<TaskId, FlowGraph> graphs = new HashMap<>();
    private final Map<String, LocalCommandLine.Form> forms = new HashMap<>();

    CheckedFile(TaskFile file, ValidationOptions options) {
        this.file = file;
        this.options = options;
        globals = Globals.of(file.globals(), options.variables());
        globalGraph =
                new GlobalGraph(globals, file.globals(), options.variables().keySet());
        List<TaskFields> readable = new ArrayList<>();
        for (TaskEntry entry : file.tasks()) {
            TaskFields fields = new TaskFields(entry, globals);
            CheckedTask task = new CheckedTask(this, fields);
            tasks.add(task);
            task.id().ifPresent(id -> {
                byId.put(id, task);
                readable.add(fields);
            });
        }
        workflow = Workflow.of(readable);
    }

    TaskFile file() {
        return file;
    }

    ValidationOptions options() {
        return options;
    }

    Globals globals() {
        return globals;
    }

    GlobalGraph globalGraph() {
        return globalGraph;
    }

    /** All tasks in the order of the file, also those that a later one replaces. */
    List<CheckedTask> tasks() {
        return tasks;
    }

    /** The task of this id; of several the last one (rule 2.13). */
    Optional<CheckedTask> find(TaskId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All tasks with a readable id. */
    Workflow workflow() {
        return workflow;
    }

    /** All ways that a run can take from a task. */
    FlowGraph flow(TaskId start) {
        return graphs.computeIfAbsent(start, id -> new FlowGraph(workflow, id, options.mode()));
    }

    /** How a local command is read; each text is looked for on the machine once, which may be far away. */
    LocalCommandLine.Form form(String command) {
        return forms.computeIfAbsent(command, text -> LocalCommandLine.form(text, options.programs()));
    }
}
