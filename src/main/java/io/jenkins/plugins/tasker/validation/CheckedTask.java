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

/** A task of the file under validation, with the lines that count and what the checks need to know of them. */
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

    /** Empty if what stands behind {@code task=} is no id. */
    Optional<TaskId> id() {
        return id;
    }

    TaskKind kind() {
        return kind;
    }

    /** The fields that are given, {@code task} included, in the order of rule 3.3. */
    Set<Field> fields() {
        return fields.given();
    }

    boolean has(Field field) {
        return fields.has(field);
    }

    /** Whether the field is given and tasks of this kind have it; other fields are ignored (rule 3.5). */
    boolean uses(Field field) {
        return has(field) && FieldUse.on(kind).contains(field);
    }

    /** Whether the field is used, and no other field makes it void. */
    boolean isEffective(Field field) {
        return uses(field) && FieldEffects.voidBeside(this, field).isEmpty();
    }

    /** The line that counts for a field that is given. */
    KeyValueLine setting(Field field) {
        return fields.setting(field);
    }

    /** The value of a field that is given. */
    Template template(Field field) {
        return fields.template(field);
    }

    /** The results that a field that is given refers to, each once. */
    Collection<ResultReference> references(Field field) {
        List<ResultReference> references = template(field).references();
        return references.size() < 2 ? references : new LinkedHashSet<>(references);
    }

    /** The value with globals expanded, if it is known without running anything and can be known at all (rule 4.5). */
    Optional<String> known(Field field) {
        if (!has(field)) {
            return Optional.empty();
        }
        Template template = template(field);
        boolean known = template.isStatic()
                && template.undefinedGlobals().isEmpty()
                && template.malformedReferences().isEmpty();
        return known ? Optional.of(template.expanded()) : Optional.empty();
    }

    Next next() {
        return fields.next();
    }

    /** The condition in a field that is given; empty for a keyword in {@code next}. */
    Optional<Condition> condition(Field field) {
        return field == Field.NEXT ? next().condition() : Optional.of(fields.condition(field));
    }

    /** Whether the task runs under an execution type that makes its command a local process; false if unknown. */
    boolean isLocal() {
        return executionType().filter(CheckedFile.LOCAL::equals).isPresent();
    }

    /** The execution type, its own or the run's; empty if it is known at run time only. */
    Optional<String> executionType() {
        return has(Field.EXEC)
                ? known(Field.EXEC)
                : Optional.of(file.options().execution().defaults().executionType());
    }

    /** The {@code task} line, for a finding about what is not there. */
    FindingLocation location() {
        return FindingLocation.value(entry().id(), id);
    }

    /** The line of a field that is given. */
    FindingLocation location(Field field) {
        return FindingLocation.value(setting(field), id);
    }
}
