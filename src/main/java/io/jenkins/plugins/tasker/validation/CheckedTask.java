package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.ResultReference;
import io.jenkins.plugins.tasker.taskfile.TaskEntry;
import io.jenkins.plugins.tasker.taskfile.TaskFields;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.taskfile.Template;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A task of the file under validation, with its effective lines and the properties that several checks need. */
final class CheckedTask {

    private final CheckedFile file;
    private final TaskFields fields;
    private final Optional<TaskId> id;
    private final TaskKind kind;

    CheckedTask(CheckedFile file, TaskFields fields) {
        this.file = file;
        this.fields = fields;
        id = fields.id();
        kind = fields.kind();
    }

    CheckedFile file() {
        return file;
    }

    TaskEntry entry() {
        return fields.entry();
    }

    /** Returns the id; empty if the value of {@code task} is not an id. */
    Optional<TaskId> id() {
        return id;
    }

    TaskKind kind() {
        return kind;
    }

    /** Returns the fields that are given, {@code task} included, in the order of rule 3.3. */
    Set<Field> fields() {
        return fields.given();
    }

    boolean has(Field field) {
        return fields.has(field);
    }

    /** Returns whether the field is given and tasks of this kind have it; other fields are ignored (rule 3.5). */
    boolean uses(Field field) {
        return has(field) && FieldUse.of(kind).contains(field);
    }

    /** Returns whether the field is used, and other fields leave it effective. */
    boolean isEffective(Field field) {
        return uses(field) && FieldEffects.reasonWithoutEffect(this, field).isEmpty();
    }

    /** Returns the effective line of a given field. */
    KeyValueLine setting(Field field) {
        return fields.setting(field);
    }

    /** Returns the value of a given field. */
    Template template(Field field) {
        return fields.template(field);
    }

    /** Returns the results that a given field refers to, each once. */
    Collection<ResultReference> references(Field field) {
        List<ResultReference> references = template(field).references();
        return references.size() < 2 ? references : new LinkedHashSet<>(references);
    }

    /**
     * Returns the value with globals expanded; empty if it is known at run time only, or contains an undefined
     * reference (rule 4.5).
     */
    Optional<String> known(Field field) {
        return has(field) ? template(field).known() : Optional.empty();
    }

    Next next() {
        return fields.next();
    }

    /** Returns the condition in a given field; empty if {@code next} is a keyword. */
    Optional<Condition> condition(Field field) {
        return field == Field.NEXT ? next().condition() : Optional.of(fields.condition(field));
    }

    /** Returns whether the command of the task is a local process; false if the execution type is unknown. */
    boolean isLocal() {
        return executionType().filter(CheckedFile.LOCAL::equals).isPresent();
    }

    /** Returns the execution type of the task, or the default of the run; empty if it is known at run time only. */
    Optional<String> executionType() {
        return has(Field.EXEC)
                ? known(Field.EXEC)
                : Optional.of(file.options().execution().defaults().executionType());
    }

    /** Returns the {@code task} line, for a finding about a missing field. */
    FindingLocation location() {
        return FindingLocation.value(entry().id(), id);
    }

    /** Returns the line of a given field. */
    FindingLocation location(Field field) {
        return FindingLocation.value(setting(field), id);
    }
}
