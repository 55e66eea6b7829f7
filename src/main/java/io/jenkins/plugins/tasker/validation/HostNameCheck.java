package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.HostName;

/** Host names that no remote command may get: E09 (rule 5.9). */
final class HostNameCheck implements Check.OfTask {

    @Override
    public void check(CheckedTask task, Findings findings) {
        if (task.uses(Field.HOSTNAME) && !task.isLocal()) {
            String name = task.template(Field.HOSTNAME).expanded();
            // A reference to a result holds no such character, so what is bad now stays bad.
            if (!isAcceptable(task, name)) {
                findings.add(FindingCode.E09, task.location(Field.HOSTNAME), name);
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
