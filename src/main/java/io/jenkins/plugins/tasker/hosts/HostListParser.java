package io.jenkins.plugins.tasker.hosts;

import io.jenkins.plugins.tasker.hosts.HostProblem.Code;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads the items of a list, or of a line of a file (rule 19.2). */
final class HostListParser {

    private static final String GROUP = "group:";
    private static final String FILE = "file:";

    private final String text;
    private final BitSet references;
    private final HostPlace place;
    private final Kind kind;
    private final List<HostItem> items = new ArrayList<>();

    /** What holds the items. */
    enum Kind {
        LIST,
        /** A file of hosts: without {@code file:} and {@code !}. */
        FILE,
        /** A line of an inventory: like a file, and ranges may have colons. */
        INVENTORY
    }

    /** @param references the positions of the text that belong to references to results of tasks */
    HostListParser(String text, BitSet references, HostPlace place, Kind kind) {
        this.text = text;
        this.references = references;
        this.place = place;
        this.kind = kind;
    }

    /** Reads items without references to results. */
    static List<HostItem> items(String text, HostPlace place, Kind kind) throws HostListException {
        return new HostListParser(text, new BitSet(), place, kind).items();
    }

    List<HostItem> items() throws HostListException {
        int at = 0;
        while (at < text.length()) {
            if (isSeparator(text.charAt(at))) {
                at++;
            } else {
                int end = end(at);
                items.add(item(at, end));
                at = end;
            }
        }
        return items;
    }

    /** Returns whether the text reads as a group or a file. */
    static boolean isNamedItem(String text) {
        return text.startsWith(GROUP) || text.startsWith(FILE);
    }

    static boolean isSeparator(char c) {
        return c == ',' || WhiteSpace.is(c);
    }

    /** Returns the end of an item: the first separator outside of brackets. */
    private int end(int start) throws HostListException {
        int open = -1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') {
                if (open >= 0) {
                    throw malformed(open, i, "the bracket is not closed", "write ranges such as web[01-20]");
                }
                open = i;
            } else if (c == ']') {
                open = -1;
            } else if (open >= 0 && WhiteSpace.is(c)) {
                throw malformed(
                        open, i, "the bracket is not closed before the blank", "write ranges such as web[1,3,7-9]");
            } else if (open < 0 && isSeparator(c)) {
                return i;
            }
        }
        return text.length();
    }

    private HostItem item(int start, int end) throws HostListException {
        boolean excluded = text.charAt(start) == '!';
        int from = excluded ? start + 1 : start;
        String item = text.substring(from, end);
        if (kind != Kind.LIST && (excluded || item.startsWith(FILE))) {
            throw malformed(
                    start,
                    end,
                    (excluded ? "'!'" : "'" + FILE + "'") + " is not allowed in a file",
                    "list names and ranges");
        }
        if (item.isEmpty()) {
            throw malformed(start, end, "'!' has no item", "write the item after it, such as !web07");
        }
        HostPlace where = place.at(start + 1, text.substring(start, end));
        if (references.nextSetBit(from) >= 0 && references.nextSetBit(from) < end) {
            if (references.nextClearBit(from) < end) {
                throw malformed(
                        start, end, "a result is only a part of the item", "separate it from its neighbors by commas");
            }
            return new HostItem(HostItem.Kind.RESULT, item, null, excluded, where);
        }
        if (item.startsWith(GROUP)) {
            return named(HostItem.Kind.GROUP, item.substring(GROUP.length()), excluded, where);
        }
        if (item.startsWith(FILE)) {
            return named(HostItem.Kind.FILE, item.substring(FILE.length()), excluded, where);
        }
        HostPattern pattern = new HostPatternParser(item, place, from + 1, kind == Kind.INVENTORY).parse();
        return new HostItem(HostItem.Kind.NAMES, item, pattern, excluded, where);
    }

    private static HostItem named(HostItem.Kind kind, String name, boolean excluded, HostPlace where)
            throws HostListException {
        if (name.isEmpty()) {
            throw new HostListException(
                    Code.E44, where, "the name is missing", "write it after the colon, without a blank");
        }
        return new HostItem(kind, name, null, excluded, where);
    }

    private HostListException malformed(int from, int to, String message, String remedy) {
        return new HostListException(Code.E44, place.at(from + 1, text.substring(from, to)), message, remedy);
    }
}
