package io.jenkins.plugins.tasker.taskfile;

/**
 * Something about a line that the parser dropped or rewrote, kept so that validation can tell (W01 to W04).
 *
 * @param line number of the line in the file, from 1
 * @param text the line, the comment, or the field it is about
 */
public record ParserNote(Kind kind, int line, String text) {

    /** What happened to the line. */
    public enum Kind {
        /** W01: a line without {@code =} is ignored. */
        IGNORED_LINE,
        /** W02: {@code return N} is read as {@code return=N}. */
        BARE_RETURN,
        /** W03: a comment behind the value was removed. */
        INLINE_COMMENT,
        /** W04: a field before the first task is ignored. */
        FIELD_BEFORE_FIRST_TASK
    }
}
