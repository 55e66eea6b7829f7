package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.LineNote;

/** Lines that the parser dropped or rewrote: W01 to W04. */
final class LineNoteCheck implements Check {

    @Override
    public void check(CheckedFile file, Findings findings) {
        for (LineNote note : file.file().notes()) {
            findings.add(code(note.kind()), Place.line(note.line()).text(note.text()), note.text());
        }
    }

    private static FindingCode code(LineNote.Kind kind) {
        return switch (kind) {
            case IGNORED_LINE -> FindingCode.W01;
            case BARE_RETURN -> FindingCode.W02;
            case INLINE_COMMENT -> FindingCode.W03;
            case FIELD_BEFORE_FIRST_TASK -> FindingCode.W04;
        };
    }
}
