package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.ParserNote;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.List;
import java.util.Optional;

/** Lines that the parser dropped or rewrote: W01 to W04. */
final class LineNoteCheck implements Check {

    @Override
    public void check(CheckedFile file, Findings findings) {
        List<CheckedTask> tasks = file.tasks();
        int begun = 0;
        // Both are in the order of the file.
        for (ParserNote note : file.file().notes()) {
            while (begun < tasks.size() && tasks.get(begun).location().line() <= note.line()) {
                begun++;
            }
            Optional<TaskId> task =
                    begun == 0 ? Optional.empty() : tasks.get(begun - 1).id();
            findings.add(
                    code(note.kind()),
                    FindingLocation.line(note.line()).in(task).about(note.text()),
                    note.text());
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
