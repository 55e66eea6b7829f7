package io.jenkins.plugins.tasker.taskfile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines of one task that count, each field read once and when it is asked for. Not for several threads at once. */
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
        this.globals = globals;
        settings.put(Field.TASK, entry.id());
        for (KeyValueLine setting : entry.fields()) {
            settings.put(Field.of(setting.key()).orElseThrow(), setting);
        }
        given = Collections.unmodifiableSet(EnumSet.copyOf(settings.keySet()));
    }

    public TaskEntry entry() {
        return entry;
    }

    /** Number of the {@code task} line. */
    public int line() {
        return entry.id().line();
    }

    /** The id with globals expanded; empty if it is none (E02, E03). */
    public Optional<TaskId> id() {
        return TaskId.parse(template(Field.TASK).expanded());
    }

    /** The kind, decided in the order of rule 3.1. */
    public TaskKind kind() {
        String type = has(Field.TYPE) ? template(Field.TYPE).expanded() : "";
        if (type.equals("conditional")) {
            return TaskKind.CONDITIONAL;
        }
        if (type.equals("parallel")) {
            return TaskKind.PARALLEL;
        }
        return has(Field.RETURN) && !has(Field.COMMAND) ? TaskKind.RETURN : TaskKind.NORMAL;
    }

    /** The fields that are given, {@code task} included, in the order of rule 3.3. */
    public Set<Field> given() {
        return given;
    }

    public boolean has(Field field) {
        return settings.containsKey(field);
    }

    /** The line of a field that is given: of several the last one (rule 2.11). */
    public KeyValueLine setting(Field field) {
        return settings.get(field);
    }

    /** The value of a field that is given. */
    public Template template(Field field) {
        Template template = templates.get(field);
        if (template == null) {
            template = Template.of(setting(field).value(), globals);
            templates.put(field, template);
        }
        return template;
    }

    /** The value of a field that is given as a condition; for {@code next} see {@link #next()}. */
    public Condition condition(Field field) {
        Condition condition = conditions.get(field);
        if (condition == null) {
            condition = Condition.parse(setting(field).value(), globals);
            conditions.put(field, condition);
        }
        return condition;
    }

    /** What {@code next} says; {@link Next#ABSENT} if it is not given, even beside {@code loop}. */
    public Next next() {
        if (next == null) {
            next = has(Field.NEXT) ? Next.parse(setting(Field.NEXT).value(), globals) : Next.ABSENT;
        }
        return next;
    }
}
