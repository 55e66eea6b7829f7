package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Portion;
import io.jenkins.plugins.tasker.taskfile.WaveSizes;
import java.util.Optional;

/** Checks the fields of waves and of the failure budget: E35, E55 (rules 19.9 and 19.10). */
final class RolloutCheck implements FileCheck.OfTask {

    private static final String PORTIONS = "numbers of 1 or more, or 1 to 100 per cent, separated by commas";
    private static final String PORTION = "a number of 0 or more, or 0 to 100 per cent";

    @Override
    public void check(CheckedTask task, Findings findings) {
        value(task, Field.BATCH)
                .filter(batch -> WaveSizes.parse(batch).isEmpty())
                .ifPresent(batch -> malformed(task, Field.BATCH, batch, PORTIONS, findings));
        value(task, Field.MAX_FAIL)
                .filter(budget -> Portion.parse(budget).isEmpty())
                .ifPresent(budget -> malformed(task, Field.MAX_FAIL, budget, PORTION, findings));
        truth(task, Field.FAIL_FAST, findings);
        if (truth(task, Field.BATCH_CONFIRM, findings)) {
            findings.add(
                    FindingCode.E55,
                    task.location(Field.BATCH_CONFIRM),
                    Field.BATCH_CONFIRM,
                    "true",
                    "approvals are not available yet; use batch_sleep between waves");
        }
    }

    private static void malformed(CheckedTask task, Field field, String value, String expected, Findings findings) {
        findings.add(FindingCode.E55, task.location(field), field, value, "write " + expected);
    }

    /** Returns whether the value is true; reports one that is neither true nor false. */
    private static boolean truth(CheckedTask task, Field field, Findings findings) {
        Optional<String> value = value(task, field);
        boolean yes = value.filter("true"::equalsIgnoreCase).isPresent();
        value.filter(text -> !yes && !text.equalsIgnoreCase("false"))
                .ifPresent(text -> findings.add(FindingCode.E35, task.location(field), field, text));
        return yes;
    }

    private static Optional<String> value(CheckedTask task, Field field) {
        return task.isEffective(field) ? task.known(field).filter(text -> !text.isEmpty()) : Optional.empty();
    }
}
