package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports lines that a later line replaces: W06, W07 (rule 2.11). */
final class RepetitionCheck implements FileCheck {

    @Override
    public void check(CheckedFile file, Findings findings) {
        for (CheckedTask task : file.tasks()) {
            report(FindingCode.W06, task.entry().fields(), task.id(), findings);
        }
        report(FindingCode.W07, file.file().globals(), Optional.empty(), findings);
    }

    /** Reports each repeated key once, at its effective line. */
    private static void report(
            FindingCode code, Collection<KeyValueLine> settings, Optional<TaskId> task, Findings findings) {
        Set<String> seen = new HashSet<>();
        Map<String, KeyValueLine> repeated = new LinkedHashMap<>();
        for (KeyValueLine setting : settings) {
            if (!seen.add(setting.key())) {
                repeated.put(setting.key(), setting);
            }
        }
        repeated.forEach((key, last) -> findings.add(code, FindingLocation.value(last, task), key));
    }
}
