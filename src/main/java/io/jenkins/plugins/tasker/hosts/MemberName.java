package io.jenkins.plugins.tasker.hosts;

/** Checks the names of hosts that are members of a fan-out task (rule 19.5). */
public final class MemberName {

    /** Which names are acceptable, for messages. */
    public static final String RULE = "a host name has letters, digits and . _ : @ % - only, and no - at its start";

    private MemberName() {}

    /**
     * Returns whether the name has acceptable characters only, at least one of them, and no {@code -} at its start. A name
     * that a list would read as a group or a file is not acceptable either.
     */
    public static boolean isAcceptable(String name) {
        return !name.isEmpty()
                && name.charAt(0) != '-'
                && firstUnacceptable(name) == name.length()
                && !HostListParser.isNamedItem(name);
    }

    /** Returns the position of the first character that no name may have, or the length of the text. */
    static int firstUnacceptable(String text) {
        int i = 0;
        while (i < text.length() && isAcceptable(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isAcceptable(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._:@%-".indexOf(c) >= 0;
    }
}
