package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses the text of a task file line by line (section 2). Every text can be parsed: lines that have no meaning become
 * notes.
 */
public final class TaskFileParser {

    private final List<KeyValueLine> settings = new ArrayList<>();
    private final List<TaskEntry> tasks = new ArrayList<>();
    private final List<ParserNote> notes = new ArrayList<>();
    private KeyValueLine openTask;
    private List<KeyValueLine> fields = new ArrayList<>();
    private List<KeyValueLine> unknown = new ArrayList<>();

    private TaskFileParser() {}

    /**
     * Parses a task file.
     *
     * @param text the decoded file; a byte order mark at its start is dropped (rule 2.1)
     */
    public static TaskFile parse(String text) {
        TaskFileParser parser = new TaskFileParser();
        int number = 1;
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        while (start <= text.length()) {
            int end = lineEnd(text, start);
            parser.line(number, text.substring(start, end));
            boolean two = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            start = end + (two ? 2 : 1);
            number++;
        }
        parser.closeTask();
        return new TaskFile(parser.settings, parser.tasks, parser.notes);
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void line(int number, String raw) {
        int indent = WhiteSpace.skip(raw, 0);
        String line = WhiteSpace.trimEnd(raw.substring(indent));
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int comment = InlineComment.start(line);
        if (comment < 0) {
            content(number, line, indent);
        } else {
            notes.add(new ParserNote(ParserNote.Kind.INLINE_COMMENT, number, line.substring(comment)));
            content(number, WhiteSpace.trimEnd(line.substring(0, comment)), indent);
        }
    }

    private void content(int number, String line, int indent) {
        int equals = line.indexOf('=');
        if (equals >= 0) {
            String key = WhiteSpace.trimEnd(line.substring(0, equals));
            int value = WhiteSpace.skip(line, equals + 1);
            setting(new KeyValueLine(number, key, line.substring(value), indent + value + 1));
            return;
        }
        String code = bareReturn(line);
        if (code == null) {
            notes.add(new ParserNote(ParserNote.Kind.IGNORED_LINE, number, line));
        } else {
            notes.add(new ParserNote(ParserNote.Kind.BARE_RETURN, number, code));
            setting(new KeyValueLine(number, Field.RETURN.key(), code, indent + line.length() - code.length() + 1));
        }
    }

    /** Returns the number of a line {@code return INTEGER}, or null for any other line (rule 2.6). */
    private static String bareReturn(String line) {
        String key = Field.RETURN.key();
        int number = line.startsWith(key) ? WhiteSpace.skip(line, key.length()) : 0;
        if (number <= key.length() || number == line.length()) {
            return null;
        }
        int digits = number + ("+-".indexOf(line.charAt(number)) >= 0 ? 1 : 0);
        boolean integer =
                digits < line.length() && line.substring(digits).chars().allMatch(c -> c >= '0' && c <= '9');
        return integer ? line.substring(number) : null;
    }

    private void setting(KeyValueLine setting) {
        Optional<Field> field = Field.of(setting.key());
        if (field.isEmpty() || (openTask == null && field.get().isGlobalBeforeTasks())) {
            (openTask == null ? settings : unknown).add(setting);
        } else if (field.get() == Field.TASK) {
            closeTask();
            openTask = setting;
        } else if (openTask == null) {
            notes.add(new ParserNote(ParserNote.Kind.FIELD_BEFORE_FIRST_TASK, setting.line(), setting.key()));
        } else {
            fields.add(setting);
        }
    }

    private void closeTask() {
        if (openTask != null) {
            tasks.add(new TaskEntry(openTask, fields, unknown));
            fields = new ArrayList<>();
            unknown = new ArrayList<>();
        }
    }
}
