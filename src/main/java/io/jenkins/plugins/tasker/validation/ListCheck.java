package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.IdList;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks lists of sub-tasks: E20, E30, E31, E32, E34, W18, W20 (rules 3.4, 11.1, 12.3 and 13.4). */
final class ListCheck implements FileCheck.OfTask {

    private static final List<Field> LISTS = List.of(Field.TASKS, Field.IF_TRUE_TASKS, Field.IF_FALSE_TASKS);

    @Override
    public void check(CheckedTask task, Findings findings) {
        for (Field field : LISTS) {
            if (task.uses(field)) {
                task.known(field).ifPresent(value -> list(task, field, value, findings));
            }
        }
    }

    private static void list(CheckedTask task, Field field, String value, Findings findings) {
        List<String> items = IdList.items(value);
        if (items.isEmpty()) {
            boolean harmless = value.isEmpty() && field != Field.TASKS;
            findings.add(harmless ? FindingCode.W18 : FindingCode.E30, task.location(field), field);
        }
        Set<TaskId> seen = new HashSet<>();
        Set<TaskId> repeated = new HashSet<>();
        for (String item : items) {
            Optional<TaskId> id = TaskId.parse(item);
            if (id.isEmpty()) {
                findings.add(FindingCode.E31, task.location(field), field, item);
            } else if (seen.add(id.get())) {
                member(task, field, id.get(), findings);
            } else if (repeated.add(id.get())) {
                findings.add(FindingCode.W20, task.location(field), field, id.get());
            }
        }
    }

    private static void member(CheckedTask task, Field field, TaskId id, Findings findings) {
        Optional<CheckedTask> member = task.file().find(id);
        if (task.id().filter(id::equals).isPresent()) {
            findings.add(FindingCode.E32, task.location(field), field);
        }
        if (member.isEmpty()) {
            findings.add(FindingCode.E20, task.location(field), field, id);
        } else if (member.get().kind().isGroup()) {
            findings.add(FindingCode.E34, task.location(field), id);
        }
    }
}
