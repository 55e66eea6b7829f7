package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Split;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks how output is split: E22, W15 (rules 6.1 and 6.2). */
final class OutputCheck implements FileCheck.OfTask {

    private static final List<Field> SPLITS = List.of(Field.STDOUT_SPLIT, Field.STDERR_SPLIT);
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    @Override
    public void check(CheckedTask task, Findings findings) {
        for (Field field : SPLITS) {
            if (task.uses(field)) {
                task.known(field)
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> split(task, field, value, findings));
            }
        }
    }

    private static void split(CheckedTask task, Field field, String value, Findings findings) {
        Optional<Split> split = Split.parse(value);
        if (split.isEmpty()) {
            findings.add(FindingCode.E22, task.location(field), field);
            return;
        }
        String delimiter = split.get().delimiter();
        boolean doubtful = delimiter.isEmpty()
                || (WORD.matcher(delimiter).matches() && !split.get().isKnownWord());
        if (doubtful) {
            findings.add(FindingCode.W15, task.location(field), delimiter);
        }
    }
}
