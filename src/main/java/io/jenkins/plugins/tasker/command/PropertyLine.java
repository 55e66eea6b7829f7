package io.jenkins.plugins.tasker.command;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * One entry of a properties file. {@link Properties} reads such files but forgets the lines, so it is given one entry at a
 * time.
 *
 * @param number of the line where the entry begins, from 1
 * @param isMalformed whether the line holds an escape that cannot be read; the key is the line as written then
 */
record PropertyLine(int number, String key, String value, boolean isMalformed) {

    static List<PropertyLine> all(String text) {
        List<PropertyLine> entries = new ArrayList<>();
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int number = i + 1;
            StringBuilder entry = new StringBuilder(lines[i]);
            while (isContinued(entry) && i + 1 < lines.length) {
                i++;
                entry.append('\n').append(lines[i]);
            }
            read(number, entry.toString()).ifPresent(entries::add);
        }
        return entries;
    }

    /** An entry goes on behind a backslash at the end of a line, unless that one is itself escaped; a comment never does. */
    private static boolean isContinued(CharSequence entry) {
        String text = entry.toString().stripLeading();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end--;
        }
        return !text.startsWith("#") && !text.startsWith("!") && (text.length() - end) % 2 != 0;
    }

    private static Optional<PropertyLine> read(int number, String entry) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(entry));
        } catch (IllegalArgumentException e) {
            return Optional.of(new PropertyLine(number, entry.strip(), "", true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .map(key -> new PropertyLine(number, key, properties.getProperty(key), false))
                .findFirst();
    }
}
