package io.jenkins.plugins.tasker.taskfile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gives the fields of one task their meaning; a field without effect on the task's kind is left out (rule 3.5). */
final class TaskReader {

    private final TaskEntry entry;
    private final Globals globals;

    TaskReader(TaskEntry entry, Globals globals) {
        this.entry = entry;
        this.globals = globals;
    }

    Task read() {
        TaskId id = TaskId.parse(globals.expand(entry.id().value()))
                .orElseThrow(() -> new IllegalArgumentException("no task id: " + entry.id()));
        int line = entry.id().line();
        return switch (TaskKind.of(entry, globals)) {
            case NORMAL ->
                new Task.Normal(
                        id,
                        line,
                        condition(Field.CONDITION),
                        invocation(),
                        output(),
                        template(Field.SLEEP),
                        flow(),
                        template(Field.RETURN));
            case RETURN -> new Task.Return(id, line, condition(Field.CONDITION), text(Field.RETURN));
            case PARALLEL ->
                new Task.Parallel(
                        id,
                        line,
                        condition(Field.CONDITION),
                        ids(Field.TASKS),
                        template(Field.MAX_PARALLEL),
                        template(Field.TIMEOUT),
                        template(Field.SLEEP),
                        retries(),
                        flow());
            case CONDITIONAL ->
                new Task.Conditional(
                        id,
                        line,
                        condition(Field.CONDITION),
                        ids(Field.IF_TRUE_TASKS),
                        ids(Field.IF_FALSE_TASKS),
                        template(Field.TIMEOUT),
                        template(Field.SLEEP),
                        retries(),
                        flow());
        };
    }

    private Invocation invocation() {
        return new Invocation(
                text(Field.HOSTNAME),
                text(Field.COMMAND),
                text(Field.ARGUMENTS),
                template(Field.EXEC),
                template(Field.TIMEOUT));
    }

    private OutputRules output() {
        return new OutputRules(
                condition(Field.SUCCESS),
                template(Field.STDOUT_COUNT),
                template(Field.STDERR_COUNT),
                structural(Field.STDOUT_SPLIT).flatMap(Split::parse),
                structural(Field.STDERR_SPLIT).flatMap(Split::parse));
    }

    private Flow flow() {
        Optional<Template> loop = template(Field.LOOP);
        Next next = entry.get(Field.NEXT)
                .map(setting -> Next.parse(setting.value(), globals))
                .orElse(loop.isPresent() ? Next.LOOP : Next.ABSENT);
        return new Flow(next, jump(Field.ON_SUCCESS), jump(Field.ON_FAILURE), loop, condition(Field.LOOP_BREAK));
    }

    private Retries retries() {
        String enabled = structural(Field.RETRY_FAILED).orElse("").toLowerCase(Locale.ROOT);
        return new Retries(enabled.equals("true"), template(Field.RETRY_COUNT), template(Field.RETRY_DELAY));
    }

    private Optional<String> structural(Field field) {
        return entry.get(field).map(setting -> globals.expand(setting.value()));
    }

    private Optional<TaskId> jump(Field field) {
        return structural(field).map(value -> TaskId.parse(value).orElse(TaskId.UNREADABLE));
    }

    private List<TaskId> ids(Field field) {
        return structural(field).map(IdList::parse).orElse(List.of());
    }

    private Optional<Template> template(Field field) {
        return entry.get(field).map(setting -> Template.of(setting.value(), globals));
    }

    private Template text(Field field) {
        return template(field).orElseGet(() -> Template.of("", globals));
    }

    private Optional<Condition> condition(Field field) {
        return entry.get(field).map(setting -> Condition.parse(setting.value(), globals));
    }
}
