package io.jenkins.plugins.tasker.taskfile;

import java.util.List;
import java.util.Optional;

/** Interprets the fields of one task. Fields that the task's kind does not have are left out (rule 3.5). */
final class TaskReader {

    private static final Template EMPTY = Template.ofExpanded("");

    private final TaskFields fields;

    TaskReader(TaskFields fields) {
        this.fields = fields;
    }

    Task read() {
        TaskId id = fields.id()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no task id: " + fields.entry().id()));
        int line = fields.line();
        return switch (fields.kind()) {
            case NORMAL ->
                new Task.Normal(
                        id,
                        line,
                        condition(Field.CONDITION),
                        invocation(text(Field.HOSTNAME)),
                        output(),
                        template(Field.SLEEP),
                        flow(),
                        template(Field.RETURN));
            case FAN_OUT -> fanOut(id, line);
            case RETURN -> new Task.Return(id, line, condition(Field.CONDITION), text(Field.RETURN));
            case PARALLEL ->
                new Task.Parallel(
                        id,
                        line,
                        condition(Field.CONDITION),
                        ids(Field.TASKS),
                        template(Field.MAX_PARALLEL),
                        rollout(),
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

    private Task.FanOut fanOut(TaskId id, int line) {
        Optional<Condition> condition = condition(Field.CONDITION);
        Optional<Condition> perHost = condition.filter(Condition::isPerHost);
        return new Task.FanOut(
                id,
                line,
                condition.filter(once -> perHost.isEmpty()),
                text(Field.HOSTNAMES),
                new Task.Normal(
                        id,
                        line,
                        perHost,
                        invocation(Template.HOST),
                        output(),
                        template(Field.SLEEP),
                        TaskFlow.NONE,
                        Optional.empty()),
                template(Field.MAX_PARALLEL),
                rollout(),
                retries(),
                flow());
    }

    private Invocation invocation(Template hostname) {
        return new Invocation(
                hostname, text(Field.COMMAND), text(Field.ARGUMENTS), template(Field.EXEC), template(Field.TIMEOUT));
    }

    private OutputRules output() {
        return new OutputRules(
                condition(Field.SUCCESS),
                template(Field.STDOUT_COUNT),
                template(Field.STDERR_COUNT),
                structural(Field.STDOUT_SPLIT).flatMap(Split::parse),
                structural(Field.STDERR_SPLIT).flatMap(Split::parse));
    }

    private TaskFlow flow() {
        Optional<Template> loop = template(Field.LOOP);
        Next next = !fields.has(Field.NEXT) && loop.isPresent() ? Next.LOOP : fields.next();
        return new TaskFlow(next, jump(Field.ON_SUCCESS), jump(Field.ON_FAILURE), loop, condition(Field.LOOP_BREAK));
    }

    private Retries retries() {
        return new Retries(isTrue(Field.RETRY_FAILED), template(Field.RETRY_COUNT), template(Field.RETRY_DELAY));
    }

    private Rollout rollout() {
        return new Rollout(
                structural(Field.BATCH).flatMap(WaveSizes::parse),
                template(Field.BATCH_SLEEP),
                template(Field.MAX_FAIL),
                isTrue(Field.FAIL_FAST));
    }

    private boolean isTrue(Field field) {
        return structural(field).filter(value -> value.equalsIgnoreCase("true")).isPresent();
    }

    private Optional<String> structural(Field field) {
        return template(field).map(Template::expanded);
    }

    private Optional<TaskId> jump(Field field) {
        return structural(field).map(value -> TaskId.parse(value).orElse(TaskId.UNREADABLE));
    }

    private List<TaskId> ids(Field field) {
        return structural(field).map(IdList::parse).orElse(List.of());
    }

    private Template text(Field field) {
        return template(field).orElse(EMPTY);
    }

    private Optional<Template> template(Field field) {
        return fields.has(field) ? Optional.of(fields.template(field)) : Optional.empty();
    }

    private Optional<Condition> condition(Field field) {
        return fields.has(field) ? Optional.of(fields.condition(field)) : Optional.empty();
    }
}
