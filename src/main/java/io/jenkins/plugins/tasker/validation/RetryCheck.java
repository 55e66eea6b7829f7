package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import java.util.Optional;

/** Checks whether the retry fields are consistent: E35, W17 (rule 11.5). */
final class RetryCheck implements FileCheck.OfTask {

    @Override
    public void check(CheckedTask task, Findings findings) {
        if (!task.kind().isGroup()) {
            return;
        }
        Optional<String> enabled = task.known(Field.RETRY_FAILED);
        boolean yes = enabled.filter("true"::equalsIgnoreCase).isPresent();
        boolean no = !task.has(Field.RETRY_FAILED)
                || enabled.filter("false"::equalsIgnoreCase).isPresent();
        boolean count = task.has(Field.RETRY_COUNT);
        boolean delay = task.has(Field.RETRY_DELAY);
        if (yes && !(count && delay)) {
            findings.add(FindingCode.W17, task.location(Field.RETRY_FAILED));
        } else if (no && (count || delay)) {
            findings.add(FindingCode.W17, task.location(count ? Field.RETRY_COUNT : Field.RETRY_DELAY));
        } else if (!yes && !no && enabled.filter(value -> !value.isEmpty()).isPresent()) {
            findings.add(FindingCode.E35, task.location(Field.RETRY_FAILED), Field.RETRY_FAILED, enabled.get());
        }
    }
}
