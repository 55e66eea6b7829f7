package io.jenkins.plugins.tasker.command;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * An entry of a properties file with its line number. {@link Properties} does not keep line numbers and therefore reads one
 * entry at a time.
 *
 * @param number first line of the entry, from 1
 * @param isMalformed whether the entry contains an invalid escape; the key is then the line as written
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

    /** An entry continues after an unescaped backslash at the end of a line; a comment never continues. */
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
