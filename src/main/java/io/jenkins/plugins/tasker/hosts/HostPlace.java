package io.jenkins.plugins.tasker.hosts;

import io.jenkins.plugins.tasker.text.VisibleText;

/**
 * Where in a list of hosts a problem is.
 *
 * @param file the file that holds the item, as the list or the option names it; empty for the list itself
 * @param line the line of the file, from 1; 0 if the list itself is meant
 * @param column where in the list or the line the text starts, from 1; 0 if unknown
 * @param text the offending text; empty in a file, whose text may be secret
 */
public record HostPlace(String file, int line, int column, String text) {

    /** The whole list. */
    static final HostPlace LIST = new HostPlace("", 0, 0, "");

    static HostPlace file(String file) {
        return new HostPlace(file, 0, 0, "");
    }

    static HostPlace line(String file, int line) {
        return new HostPlace(file, line, 0, "");
    }

    /** Returns the place of a text in the same list or line; keeps the text only outside of files. */
    HostPlace at(int position, String found) {
        return new HostPlace(file, line, position, file.isEmpty() ? found : "");
    }

    public boolean isInFile() {
        return !file.isEmpty();
    }

    /** Returns {@code hosts.txt, line 3, column 7}, or {@code column 7: 'web[1-'} for the list itself. */
    @Override
    public String toString() {
        StringBuilder place = new StringBuilder(VisibleText.of(file));
        append(place, "line ", line);
        append(place, "column ", column);
        return text.isEmpty() ? place.toString() : place + ": '" + VisibleText.start(text) + "'";
    }

    private static void append(StringBuilder place, String noun, int number) {
        if (number > 0) {
            place.append(place.isEmpty() ? "" : ", ").append(noun).append(number);
        }
    }
}
