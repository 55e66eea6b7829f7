package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import io.jenkins.plugins.tasker.taskfile.ResultReference;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.taskfile.Template;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Checks the fields of fan-out tasks, and references to what only these know: E42, E48, E59, W34 (rules 19.1, 19.5, 19.7). */
final class FanOutCheck implements FileCheck {

    /** Fields that are evaluated for each host. */
    private static final Set<Field> PER_HOST = EnumSet.of(
            Field.CONDITION,
            Field.COMMAND,
            Field.ARGUMENTS,
            Field.EXEC,
            Field.TIMEOUT,
            Field.SUCCESS,
            Field.STDOUT_COUNT,
            Field.STDERR_COUNT,
            Field.SLEEP);

    /** Fields that a fan-out task must not have, with findings of this check in place of W11. */
    static final Set<Field> REFUSED = EnumSet.of(Field.HOSTNAME, Field.TASKS, Field.RETURN);

    @Override
    public void check(CheckedFile file, Findings findings) {
        boolean any = false;
        for (CheckedTask task : file.tasks()) {
            if (task.kind() == TaskKind.FAN_OUT) {
                any = true;
                fields(task, findings);
            }
            for (Field field : task.fields()) {
                references(task, field, findings);
            }
        }
        if (any) {
            global(file, findings);
        }
    }

    private static void fields(CheckedTask task, Findings findings) {
        if (!task.has(Field.COMMAND)) {
            findings.add(FindingCode.E42, task.location(Field.HOSTNAMES), "needs 'command'", "add a line command=...");
        }
        for (Field field : EnumSet.of(Field.HOSTNAME, Field.TASKS)) {
            if (task.has(field)) {
                findings.add(
                        FindingCode.E42, task.location(field), "cannot have '" + field + "'", "remove one of the two");
            }
        }
        Optional<String> type = task.known(Field.TYPE).filter(value -> !value.equals("parallel"));
        if (type.isPresent()) {
            findings.add(
                    FindingCode.E42,
                    task.location(Field.TYPE),
                    "cannot have type '" + type.get() + "'",
                    "remove the line, or write type=parallel");
        }
        if (task.has(Field.RETURN)) {
            findings.add(FindingCode.E48, task.location(Field.RETURN));
        }
    }

    private static void references(CheckedTask task, Field field, Findings findings) {
        Template template = task.template(field);
        if (!template.isPerHost()) {
            return;
        }
        boolean fanOut = task.kind() == TaskKind.FAN_OUT;
        boolean perHost = fanOut && PER_HOST.contains(field);
        if (template.namesHost() && fanOut && !perHost) {
            String host = "@" + ResultReference.HOST_NAME + "@";
            findings.add(
                    FindingCode.E59,
                    task.location(field).about(host),
                    host,
                    "in '" + field + "', which all hosts share");
        }
        for (ResultReference reference : task.references(field)) {
            if (reference.onHost()) {
                onHost(task, field, reference, perHost)
                        .ifPresent(reason -> findings.add(
                                FindingCode.E59, task.location(field).about(reference.toString()), reference, reason));
            }
        }
    }

    /** Returns why a result on the same host has no value; empty if it has one. */
    private static Optional<String> onHost(CheckedTask task, Field field, ResultReference reference, boolean perHost) {
        if (!perHost) {
            return Optional.of("in '" + field + "'"
                    + (task.kind() == TaskKind.FAN_OUT ? ", which all hosts share" : " of a task without 'hostnames'"));
        }
        return task.file()
                .find(reference.task())
                .filter(target -> target.kind() != TaskKind.FAN_OUT)
                .map(target -> "because task " + reference.task() + " has no 'hostnames'");
    }

    private static void global(CheckedFile file, Findings findings) {
        for (KeyValueLine definition : file.file().globals()) {
            if (definition.key().equals(ResultReference.HOST_NAME)) {
                findings.add(FindingCode.W34, FindingLocation.key(definition, Optional.empty()));
                return;
            }
        }
    }
}
