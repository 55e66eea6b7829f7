package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.DeceptiveCharacter;
import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Optional;

/** Reports typographic quotes, no-break spaces and invisible characters, one for each line: W40 (rule 2.17). */
final class DeceptiveCharacterCheck implements FileCheck {

    @Override
    public void check(CheckedFile file, Findings findings) {
        file.file().settings().forEach(line -> check(line, Optional.empty(), findings));
        for (CheckedTask task : file.tasks()) {
            check(task.entry().id(), task.id(), findings);
            task.entry().fields().forEach(line -> check(line, task.id(), findings));
            task.entry().unknown().forEach(line -> check(line, task.id(), findings));
        }
    }

    private static void check(KeyValueLine line, Optional<TaskId> task, Findings findings) {
        Optional<DeceptiveCharacter> inKey = DeceptiveCharacter.first(line.key());
        if (inKey.isPresent()) {
            report(FindingLocation.key(line, task), line.key(), inKey.get(), findings);
        } else {
            DeceptiveCharacter.first(line.value())
                    .ifPresent(found -> report(
                            FindingLocation.value(line, task)
                                    .part(found.position(), Character.toString(found.codePoint())),
                            line.key(),
                            found,
                            findings));
        }
    }

    /** Reports the first character of a line that is no setting. */
    static void check(String line, FindingLocation location, Findings findings) {
        DeceptiveCharacter.first(line).ifPresent(found -> report(location, line, found, findings));
    }

    private static void report(FindingLocation location, String where, DeceptiveCharacter found, Findings findings) {
        switch (found.kind()) {
            case QUOTE ->
                findings.add(
                        FindingCode.W40,
                        location,
                        where,
                        found.name() + ", which quotes nothing",
                        "write \" or ' in its place; if it belongs to a text, put the text in straight quotes");
            case BLANK ->
                findings.add(
                        FindingCode.W40,
                        location,
                        where,
                        found.name() + ", which is no blank",
                        "write a blank in its place");
            case INVISIBLE ->
                findings.add(FindingCode.W40, location, where, found.name() + ", which is invisible", "remove it");
        }
    }
}
