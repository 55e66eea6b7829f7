package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.command.LocalCommandLine;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import io.jenkins.plugins.tasker.taskfile.Words;
import java.util.Optional;

/** Checks how command lines will be read: E10, E21, E37, W21 (rules 2.16, 5.5 and 5.7). */
final class CommandCheck implements FileCheck.OfTask {

    @Override
    public void check(CheckedTask task, Findings findings) {
        executionType(task, findings);
        if (task.uses(Field.ARGUMENTS)) {
            quotes(task, Field.ARGUMENTS, findings);
            backslash(task, Field.ARGUMENTS, findings);
        }
        if (task.uses(Field.COMMAND) && task.isLocal()) {
            backslash(task, Field.COMMAND, findings);
        }
        if (task.uses(Field.COMMAND)
                && WhiteSpace.occursIn(task.template(Field.COMMAND).source())) {
            commandWithBlanks(task, findings);
        }
    }

    private static void executionType(CheckedTask task, Findings findings) {
        if (!task.uses(Field.EXEC)) {
            return;
        }
        ValidationOptions options = task.file().options();
        Optional<String> unknown = task.known(Field.EXEC)
                .filter(type -> !type.isEmpty()
                        && options.execution().types().find(type).isEmpty());
        unknown.ifPresent(type -> findings.add(
                FindingCode.E10,
                task.location(Field.EXEC),
                type,
                options.execution().types().choice()));
    }

    private static void commandWithBlanks(CheckedTask task, Findings findings) {
        if (task.executionType().isEmpty()) {
            return;
        }
        LocalCommandLine.Form form = task.isLocal()
                ? task.file().form(task.template(Field.COMMAND).source())
                : LocalCommandLine.Form.PROGRAM;
        FindingLocation location = task.location(Field.COMMAND);
        switch (form) {
            case PROGRAM -> findings.add(FindingCode.W21, location, "one word for this execution type");
            case SHELL -> findings.add(FindingCode.W21, location, "run by a shell");
            case WORDS -> {
                findings.add(FindingCode.W21, location, "split into words");
                quotes(task, Field.COMMAND, findings);
            }
        }
    }

    private static void backslash(CheckedTask task, Field field, Findings findings) {
        if (Words.endsWithBackslash(task.template(field).source())) {
            findings.add(FindingCode.E37, task.location(field), field);
        }
    }

    private static void quotes(CheckedTask task, Field field, Findings findings) {
        if (!Words.areBalanced(task.template(field).source())) {
            findings.add(FindingCode.E21, task.location(field), field);
        }
    }
}
