package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.ParserNote;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.List;
import java.util.Optional;

/** Reports lines that the parser dropped or rewrote: W01 to W04. */
final class LineNoteCheck implements FileCheck {

    @Override
    public void check(CheckedFile file, Findings findings) {
        List<CheckedTask> tasks = file.tasks();
        int started = 0;
        // Notes and tasks are both in the order of the file.
        for (ParserNote note : file.file().notes()) {
            while (started < tasks.size() && tasks.get(started).location().line() <= note.line()) {
                started++;
            }
            Optional<TaskId> task =
                    started == 0 ? Optional.empty() : tasks.get(started - 1).id();
            FindingLocation location =
                    FindingLocation.line(note.line()).in(task).about(note.text());
            findings.add(code(note.kind()), location, note.text());
            if (note.kind() == ParserNote.Kind.IGNORED_LINE) {
                DeceptiveCharacterCheck.check(note.text(), location, findings);
            }
        }
    }

    private static FindingCode code(ParserNote.Kind kind) {
        return switch (kind) {
            case IGNORED_LINE -> FindingCode.W01;
            case BARE_RETURN -> FindingCode.W02;
            case INLINE_COMMENT -> FindingCode.W03;
            case FIELD_BEFORE_FIRST_TASK -> FindingCode.W04;
        };
    }
}
