package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.command.LocalCommandLine;
import io.jenkins.plugins.tasker.command.ShellText;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.UnbalancedQuotesException;
import io.jenkins.plugins.tasker.taskfile.Words;

/** Reports references that a shell could run as code, or pass to a program that does: E38, W39 (rule 5.8). */
final class ShellTextCheck implements FileCheck.OfTask {

    @Override
    public void check(CheckedTask task, Findings findings) {
        if (!task.uses(Field.COMMAND) || !task.isLocal()) {
            return;
        }
        Template command = task.template(Field.COMMAND);
        boolean values = command.hasInsertions()
                || (task.uses(Field.ARGUMENTS) && task.template(Field.ARGUMENTS).hasInsertions());
        if (values && task.file().form(command.source()) == LocalCommandLine.Form.SHELL) {
            try {
                text(task, command).doubts().forEach(doubt -> report(task, doubt, findings));
            } catch (UnbalancedQuotesException e) {
                // E21 reports it
            }
        }
    }

    private static ShellText text(CheckedTask task, Template command) throws UnbalancedQuotesException {
        return ShellText.of(
                command, task.uses(Field.ARGUMENTS) ? Words.split(task.template(Field.ARGUMENTS)) : Words.split(""));
    }

    private static void report(CheckedTask task, ShellText.Doubt doubt, Findings findings) {
        FindingLocation location = task.location(doubt.inArguments() ? Field.ARGUMENTS : Field.COMMAND)
                .about(doubt.reference());
        if (doubt.refusal().isEmpty()) {
            findings.add(FindingCode.W39, location, doubt.reference(), doubt.program());
        } else {
            findings.add(FindingCode.E38, location, doubt.reference(), doubt.refusal());
        }
    }
}
