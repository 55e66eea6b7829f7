package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.ResultReference;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.taskfile.Template;
import java.util.LinkedHashSet;

/** Reports references in any field that can never have a value: E11, E13, E14, E15 (rules 7.2, 7.4 and 7.5). */
final class ReferenceCheck implements FileCheck.OfTask {

    @Override
    public void check(CheckedTask task, Findings findings) {
        for (Field field : task.fields()) {
            if (task.setting(field).value().indexOf('@') >= 0) {
                check(task, field, findings);
            }
        }
    }

    private static void check(CheckedTask task, Field field, Findings findings) {
        Template template = task.template(field);
        FindingLocation location = task.location(field);
        for (String reference : new LinkedHashSet<>(template.undefinedGlobals())) {
            String name = reference.substring(1, reference.length() - 1);
            // Globals that refer to each other in a cycle stay unexpanded although they are defined; E12 reports the
            // cycle.
            if (!task.file().globalGraph().reachesCycle(name)) {
                String remedy = task.file().globals().value(name).isPresent()
                        ? "it is nested more than 10 deep, or its text exceeds a million characters; write its value directly"
                        : "add a line " + name + "=... at the top of the file, or write @@" + name
                                + "@@ for the text itself";
                findings.add(FindingCode.E11, location.about(reference), name, field, remedy);
            }
        }
        if (template.namesHost() && task.kind() != TaskKind.FAN_OUT) {
            String name = ResultReference.HOST_NAME;
            findings.add(
                    FindingCode.E11,
                    location.about("@" + name + "@"),
                    name,
                    field,
                    "only tasks with 'hostnames' know the name of a host; write @@" + name + "@@ for the text itself");
        }
        for (String reference : new LinkedHashSet<>(template.malformedReferences())) {
            findings.add(FindingCode.E13, location.about(reference), reference);
        }
        for (ResultReference reference : task.references(field)) {
            if (task.file().find(reference.task()).isEmpty()) {
                findings.add(FindingCode.E14, location.about(reference.toString()), reference, reference.task());
            }
        }
        if (field.substitution() == Field.Substitution.GLOBALS
                && !template.references().isEmpty()) {
            findings.add(FindingCode.E15, location, field);
        }
    }
}
