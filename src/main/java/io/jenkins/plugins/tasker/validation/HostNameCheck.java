package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.HostName;

/** Reports host names that are unsafe as an argument of a remote command: E09 (rule 5.9). */
final class HostNameCheck implements FileCheck.OfTask {

    private static final String RULE = "leading '-', white space or control character";

    @Override
    public void check(CheckedTask task, Findings findings) {
        if (task.uses(Field.HOSTNAME) && !task.isLocal()) {
            String name = task.template(Field.HOSTNAME).expanded();
            // A written reference contains only acceptable characters. An unacceptable one is therefore outside of it,
            // and
            // remains at run time.
            if (!isAcceptable(task, name)) {
                findings.add(FindingCode.E09, task.location(Field.HOSTNAME), name, RULE);
            }
        }
    }

    private static boolean isAcceptable(CheckedTask task, String name) {
        return task.executionType()
                .flatMap(task.file().options().execution().types()::find)
                .map(type -> type.accepts(name))
                .orElseGet(() -> HostName.isAcceptable(name));
    }
}
