package io.jenkins.plugins.tasker.taskfile;

/**
 * A line that the parser dropped or rewrote, kept for validation to report (W01 to W04).
 *
 * @param line number of the line in the file, from 1
 * @param text the line, the comment, or the key of the field
 */
public record ParserNote(Kind kind, int line, String text) {

    /** What the parser did with the line. */
    public enum Kind {
        /** W01: a line without {@code =} is ignored. */
        IGNORED_LINE,
        /** W02: {@code return N} is read as {@code return=N}. */
        BARE_RETURN,
        /** W03: the comment after a value was removed. */
        INLINE_COMMENT,
        /** W04: a field before the first task is ignored. */
        FIELD_BEFORE_FIRST_TASK
    }
}
