package io.jenkins.plugins.tasker.journal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of a journal: the type of the file and the version of its format. */
final class JournalHeader {

    /** The version that this Tasker writes; it also reads every lower one. */
    static final int VERSION = 1;

    private static final Pattern LINE = Pattern.compile("\\{\"journal\":\"tasker\",\"version\":([0-9]{1,9})}");

    private JournalHeader() {}

    /** Returns the line as UTF-8, with its line end. */
    static byte[] line() {
        return ("{\"journal\":\"tasker\",\"version\":" + VERSION + "}\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the version in a first line; -1 if the file is not a journal. */
    static int version(byte[] line) {
        Matcher matcher = LINE.matcher(new String(line, StandardCharsets.UTF_8));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /** Returns whether the bytes may be the beginning of an incomplete header. */
    static boolean isStart(byte[] cut) {
        return new String(line(), StandardCharsets.UTF_8).startsWith(new String(cut, StandardCharsets.UTF_8));
    }
}
