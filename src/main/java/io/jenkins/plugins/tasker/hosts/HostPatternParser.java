package io.jenkins.plugins.tasker.hosts;

import io.jenkins.plugins.tasker.hosts.HostProblem.Code;
import java.util.ArrayList;
import java.util.List;

/** Reads a name with ranges (rule 19.2). */
final class HostPatternParser {

    /** More digits would not fit into a long. */
    private static final int MAX_DIGITS = 18;

    private static final String EXAMPLES = "write ranges such as web[01-20], web[1,3,7-9] or db[0-10/2]";
    private static final String INVENTORY_EXAMPLES = "write ranges such as web[01:50] or web[a:f]";

    private final String item;
    private final HostPlace place;
    private final int column;
    private final boolean inventory;

    /**
     * @param place the list or the line that holds the item
     * @param column where the item starts in it, from 1
     * @param inventory whether ranges may also be written with a colon, as inventories of Ansible do (rule 19.4)
     */
    HostPatternParser(String item, HostPlace place, int column, boolean inventory) {
        this.item = item;
        this.place = place;
        this.column = column;
        this.inventory = inventory;
    }

    HostPattern parse() throws HostListException {
        List<String> texts = new ArrayList<>();
        List<List<NumberRange>> brackets = new ArrayList<>();
        int at = 0;
        for (int open = item.indexOf('['); open >= 0; open = item.indexOf('[', at)) {
            texts.add(text(at, open));
            int close = item.indexOf(']', open);
            if (close < 0) {
                throw malformed(open, item.length(), "the bracket is not closed");
            }
            brackets.add(ranges(open + 1, close));
            at = close + 1;
        }
        texts.add(text(at, item.length()));
        return new HostPattern(List.copyOf(texts), List.copyOf(brackets));
    }

    private String text(int from, int to) throws HostListException {
        String text = item.substring(from, to);
        int close = text.indexOf(']');
        if (close >= 0) {
            throw malformed(from + close, to, "']' closes no bracket");
        }
        if (MemberName.firstUnacceptable(text) < text.length() || (from == 0 && text.startsWith("-"))) {
            throw problem(Code.E09, 0, item.length(), MemberName.RULE);
        }
        return text;
    }

    private List<NumberRange> ranges(int from, int to) throws HostListException {
        List<NumberRange> ranges = new ArrayList<>();
        int at = from;
        while (at <= to) {
            int comma = item.indexOf(',', at);
            int end = comma < 0 || comma > to ? to : comma;
            ranges.add(range(at, end));
            at = end + 1;
        }
        return List.copyOf(ranges);
    }

    private NumberRange range(int from, int to) throws HostListException {
        String range = item.substring(from, to);
        boolean colons = inventory && range.indexOf(':') >= 0;
        int separator = range.indexOf(colons ? ':' : '-');
        int slash = separator < 0 ? -1 : range.indexOf(colons ? ':' : '/', separator + 1);
        int end = slash < 0 ? range.length() : slash;
        String first = separator < 0 ? range : range.substring(0, separator);
        String last = separator < 0 ? first : range.substring(separator + 1, end);
        long step = slash < 0 ? 1 : number(range.substring(slash + 1), from + slash + 1);
        if (step == 0) {
            throw malformed(from + slash + 1, to, "the step is 0");
        }
        boolean letters = colons && (areLetters(first, last, 'a', 'z') || areLetters(first, last, 'A', 'Z'));
        long low = letters ? first.charAt(0) : number(first, from);
        long high = letters ? last.charAt(0) : number(last, from + separator + 1);
        if (high < low) {
            throw malformed(from, to, "the range ends before it begins");
        }
        return new NumberRange(low, high, step, letters ? 0 : width(first));
    }

    /** Returns whether both ends are letters of the same case; between the two cases are other characters. */
    private static boolean areLetters(String first, String last, char low, char high) {
        return isBetween(first, low, high) && isBetween(last, low, high);
    }

    private static boolean isBetween(String text, char low, char high) {
        return text.length() == 1 && text.charAt(0) >= low && text.charAt(0) <= high;
    }

    private static int width(String first) {
        return first.startsWith("0") ? first.length() : 1;
    }

    private long number(String digits, int from) throws HostListException {
        int to = from + digits.length();
        if (digits.isEmpty()) {
            throw malformed(from, to, "a number is missing");
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                throw malformed(from, to, "a range has whole numbers at both ends");
            }
        }
        if (digits.length() > MAX_DIGITS) {
            throw malformed(from, to, "a number has more than " + MAX_DIGITS + " digits");
        }
        return Long.parseLong(digits);
    }

    private HostListException malformed(int from, int to, String message) {
        return problem(Code.E44, from, to, message);
    }

    private HostListException problem(Code code, int from, int to, String message) {
        String found = from < to ? item.substring(from, to) : item;
        String remedy = code == Code.E09 ? "write the name of one host" : inventory ? INVENTORY_EXAMPLES : EXAMPLES;
        return new HostListException(code, place.at(column + from, found), message, remedy);
    }
}
