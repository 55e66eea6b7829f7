package io.jenkins.plugins.tasker.cli.live;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a terminal. The JDK cannot ask for it, so {@code stty} does.
 *
 * @param columns at least 1
 */
public record TerminalSize(int columns, int rows) {

    /** Of an output that is no terminal. */
    public static final TerminalSize UNLIMITED = new TerminalSize(Integer.MAX_VALUE, 0);

    private static final TerminalSize USUAL = new TerminalSize(80, 24);
    private static final Pattern COLUMNS = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]*) ([1-9][0-9]*)");

    /** Returns the size of the terminal of this process, or 80 columns and 24 rows if it is unknown. */
    public static TerminalSize current() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(stty.getInputStream().readNBytes(100), StandardCharsets.US_ASCII).strip();
            Matcher size = SIZE.matcher(printed);
            return stty.waitFor(1, TimeUnit.SECONDS) && size.matches()
                    ? new TerminalSize(Integer.parseInt(size.group(2)), Integer.parseInt(size.group(1)))
                    : USUAL;
        } catch (IOException e) {
            return USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }

    /**
     * Returns the width that the user or the shell set.
     *
     * @param otherwise if {@code COLUMNS} is not a width
     */
    public static int columns(Map<String, String> environment, int otherwise) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return COLUMNS.matcher(columns).matches() ? Integer.parseInt(columns) : otherwise;
    }
}
