package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the numbers of tasks: E01 to E04, W09, W29. */
final class IdCheck implements FileCheck {

    private static final long HIGHEST_USUAL = 999;
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+");

    @Override
    public void check(CheckedFile file, Findings findings) {
        if (file.tasks().isEmpty()) {
            findings.add(FindingCode.E01, FindingLocation.line(1));
        }
        file.tasks().forEach(task -> shape(task, findings));
        duplicates(file, findings);
        start(file, findings);
    }

    private static void shape(CheckedTask task, Findings findings) {
        String written = task.template(Field.TASK).expanded();
        if (task.id().isEmpty()) {
            boolean negative = NEGATIVE.matcher(written).matches();
            findings.add(negative ? FindingCode.E03 : FindingCode.E02, task.location(), written);
        } else if (task.id().get().value() > HIGHEST_USUAL) {
            findings.add(FindingCode.W09, task.location(), task.id().get());
        }
    }

    private static void duplicates(CheckedFile file, Findings findings) {
        Map<TaskId, List<CheckedTask>> byId = new LinkedHashMap<>();
        file.tasks()
                .forEach(task -> task.id()
                        .ifPresent(id -> byId.computeIfAbsent(id, i -> new ArrayList<>(1))
                                .add(task)));
        byId.forEach((id, tasks) -> {
            if (tasks.size() > 1) {
                String lines = tasks.stream()
                        .map(task -> String.valueOf(task.entry().id().line()))
                        .collect(Collectors.joining(", "));
                findings.add(FindingCode.E04, tasks.get(tasks.size() - 1).location(), id, lines);
            }
        });
    }

    private static void start(CheckedFile file, Findings findings) {
        boolean startIsChosen = file.options().startFrom().isPresent();
        if (startIsChosen
                || file.workflow().tasks().isEmpty()
                || file.find(new TaskId(0)).isPresent()) {
            return;
        }
        TaskId start = file.workflow().start();
        findings.add(FindingCode.W29, file.find(start).orElseThrow().location(), start);
    }
}
