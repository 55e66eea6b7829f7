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

/** The file under validation, with the data that several checks share. */
final class CheckedFile {

    /** The execution type without a host, which reads {@code command} by rules of its own (rule 5.7). */
    static final String LOCAL = "local";

    private final TaskFile file;
    private final ValidationOptions options;
    private final Globals globals;
    private final List<MisspelledFields.Misspelling> misspelled;
    private final List<CheckedTask> tasks = new ArrayList<>();
    private final Map<TaskId, CheckedTask> byId = new HashMap<>();
    private final Workflow workflow;
    private final GlobalGraph globalGraph;
    private final Map<TaskId, FlowGraph> graphs = new HashMap<>();
    private final Map<String, LocalCommandLine.Form> forms = new HashMap<>();

    CheckedFile(TaskFile written, ValidationOptions options) {
        this.options = options;
        if (options.checks().tasks()) {
            MisspelledFields fields =
                    MisspelledFields.of(written, options.variables().values());
            misspelled = fields.found();
            file = fields.corrected();
        } else {
            misspelled = List.of();
            file = written;
        }
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

    /** Returns the file with the names of {@link #misspelled} fields corrected. */
    TaskFile file() {
        return file;
    }

    /** Returns the misspelled fields; none if task validation is skipped. */
    List<MisspelledFields.Misspelling> misspelled() {
        return misspelled;
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

    /** Returns all tasks in the order of the file, including those that a later task replaces. */
    List<CheckedTask> tasks() {
        return tasks;
    }

    /** Returns the task with an id; of several the last one (rule 2.13). */
    Optional<CheckedTask> find(TaskId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns all tasks with a readable id. */
    Workflow workflow() {
        return workflow;
    }

    /** Returns all paths that a run can take from a task. */
    FlowGraph flow(TaskId start) {
        return graphs.computeIfAbsent(start, id -> new FlowGraph(workflow, id, options.mode()));
    }

    /** Returns how a local command is read. Each text is looked up once, because the machine may be remote. */
    LocalCommandLine.Form form(String command) {
        return forms.computeIfAbsent(command, text -> LocalCommandLine.form(text, options.programs()));
    }
}
