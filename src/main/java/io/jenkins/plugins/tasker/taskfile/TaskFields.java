package io.jenkins.plugins.tasker.taskfile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one task. Of a repeated field the last line is effective (rule 2.11). Each value is parsed on first use
 * and cached. Not thread-safe.
 */
public final class TaskFields {

    private final TaskEntry entry;
    private final Globals globals;
    private final Map<Field, KeyValueLine> settings = new EnumMap<>(Field.class);
    private final Map<Field, Template> templates = new EnumMap<>(Field.class);
    private final Map<Field, Condition> conditions = new EnumMap<>(Field.class);
    private final Set<Field> given;
    private Next next;

    public TaskFields(TaskEntry entry, Globals globals) {
        this.entry = entry;
        settings.put(Field.TASK, entry.id());
        for (KeyValueLine setting : entry.fields()) {
            settings.put(Field.of(setting.key()).orElseThrow(), setting);
        }
        this.globals = settings.containsKey(Field.HOSTNAMES) ? globals.onHosts() : globals;
        given = Collections.unmodifiableSet(EnumSet.copyOf(settings.keySet()));
    }

    public TaskEntry entry() {
        return entry;
    }

    /** Returns the number of the {@code task} line. */
    public int line() {
        return entry.id().line();
    }

    /** Returns the id with globals expanded; empty if the text is not an id (E02, E03). */
    public Optional<TaskId> id() {
        return TaskId.parse(template(Field.TASK).expanded());
    }

    /** Returns the kind, decided in the order of rule 3.1. */
    public TaskKind kind() {
        if (has(Field.HOSTNAMES)) {
            return TaskKind.FAN_OUT;
        }
        String type = has(Field.TYPE) ? template(Field.TYPE).expanded() : "";
        if (type.equals("conditional")) {
            return TaskKind.CONDITIONAL;
        }
        if (type.equals("parallel")) {
            return TaskKind.PARALLEL;
        }
        return has(Field.RETURN) && !has(Field.COMMAND) ? TaskKind.RETURN : TaskKind.NORMAL;
    }

    /** Returns the fields that are given, {@code task} included, in the order of rule 3.3. */
    public Set<Field> given() {
        return given;
    }

    public boolean has(Field field) {
        return settings.containsKey(field);
    }

    /** Returns the effective line of a given field. */
    public KeyValueLine setting(Field field) {
        return settings.get(field);
    }

    /** Returns the value of a given field. */
    public Template template(Field field) {
        Template template = templates.get(field);
        if (template == null) {
            boolean command = field == Field.COMMAND || field == Field.ARGUMENTS;
            String value = setting(field).value();
            template = command ? Template.ofCommand(value, globals) : Template.of(value, globals);
            templates.put(field, template);
        }
        return template;
    }

    /** Returns the value of a given field as a condition; for {@code next} use {@link #next()}. */
    public Condition condition(Field field) {
        Condition condition = conditions.get(field);
        if (condition == null) {
            condition = Condition.parse(setting(field).value(), globals);
            conditions.put(field, condition);
        }
        return condition;
    }

    /** Returns the value of {@code next}; {@link Next#ABSENT} if it is not given, even if {@code loop} is. */
    public Next next() {
        if (next == null) {
            next = has(Field.NEXT) ? Next.parse(setting(Field.NEXT).value(), globals) : Next.ABSENT;
        }
        return next;
    }
}
