package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;

/** Reports the first field whose expansion would exceed the limit of all expanded texts together: E58 (rule 7.3). */
final class ExpandedLengthCheck implements FileCheck {

    @Override
    public void check(CheckedFile file, Findings findings) {
        for (CheckedTask task : file.tasks()) {
            for (Field field : task.fields()) {
                task.template(field);
                if (file.globals().isRefused(task.setting(field).value())) {
                    findings.add(FindingCode.E58, task.location(field), field);
                    return;
                }
            }
        }
    }
}
