package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the text of a task file line by line (section 2). No text makes it fail. */
public final class TaskFileParser {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final Pattern BARE_RETURN =
            Pattern.compile("return\\s+([+-]?[0-9]+)", Pattern.UNICODE_CHARACTER_CLASS);

    private final List<Setting> settings = new ArrayList<>();
    private final List<TaskEntry> tasks = new ArrayList<>();
    private final List<LineNote> notes = new ArrayList<>();
    private Setting openTask;
    private List<Setting> fields = new ArrayList<>();
    private List<Setting> unknown = new ArrayList<>();

    private TaskFileParser() {}

    /** @param text the decoded file; a byte order mark at its start is dropped (rule 2.1) */
    public static TaskFile parse(String text) {
        TaskFileParser parser = new TaskFileParser();
        String[] lines = LINE_END.split(text.startsWith("\uFEFF") ? text.substring(1) : text, -1);
        for (int i = 0; i < lines.length; i++) {
            parser.line(i + 1, WhiteSpace.trim(lines[i]));
        }
        parser.closeTask();
        return new TaskFile(parser.settings, parser.tasks, parser.notes);
    }

    private void line(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int comment = InlineComment.start(line);
        if (comment < 0) {
            content(number, line);
        } else {
            notes.add(new LineNote(LineNote.Kind.INLINE_COMMENT, number, line.substring(comment)));
            content(number, WhiteSpace.trimEnd(line.substring(0, comment)));
        }
    }

    private void content(int number, String line) {
        int equals = line.indexOf('=');
        if (equals >= 0) {
            String key = WhiteSpace.trimEnd(line.substring(0, equals));
            setting(new Setting(number, key, WhiteSpace.trim(line.substring(equals + 1))));
            return;
        }
        var bareReturn = BARE_RETURN.matcher(line);
        if (bareReturn.matches()) {
            notes.add(new LineNote(LineNote.Kind.BARE_RETURN, number, bareReturn.group(1)));
            setting(new Setting(number, Field.RETURN.key(), bareReturn.group(1)));
        } else {
            notes.add(new LineNote(LineNote.Kind.IGNORED_LINE, number, line));
        }
    }

    private void setting(Setting setting) {
        Optional<Field> field = Field.of(setting.key());
        if (field.isEmpty()) {
            (openTask == null ? settings : unknown).add(setting);
        } else if (field.get() == Field.TASK) {
            closeTask();
            openTask = setting;
        } else if (openTask == null) {
            notes.add(new LineNote(LineNote.Kind.FIELD_BEFORE_FIRST_TASK, setting.line(), setting.key()));
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
