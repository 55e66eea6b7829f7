package io.jenkins.plugins.tasker.journal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of a journal, which says what the file is before anything else of it is read. */
final class JournalHeader {

    /** The version that is written; every lower one can be read. */
    static final int VERSION = 1;

    private static final Pattern LINE = Pattern.compile("\\{\"journal\":\"tasker\",\"version\":([0-9]{1,9})}");

    private JournalHeader() {}

    /** As UTF-8, with its line end. */
    static byte[] line() {
        return ("{\"journal\":\"tasker\",\"version\":" + VERSION + "}\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The version in a first line, or -1 if this is no journal. */
    static int version(byte[] line) {
        Matcher matcher = LINE.matcher(new String(line, StandardCharsets.UTF_8));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /** Whether this may be a first line that was cut. */
    static boolean isStart(byte[] cut) {
        return new String(line(), StandardCharsets.UTF_8).startsWith(new String(cut, StandardCharsets.UTF_8));
    }
}
