package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * How a terminal shows text: colours by meaning, and the width of its lines.
 *
 * @param width columns of a line; {@link Integer#MAX_VALUE} for an output that is no terminal
 */
public record TerminalStyle(boolean colour, int width) {

    /** Without colours and line breaks, for pipes and files. */
    public static final TerminalStyle PLAIN = new TerminalStyle(false, Integer.MAX_VALUE);

    public String error(String text) {
        return styled("1;31", text);
    }

    public String warning(String text) {
        return styled("33", text);
    }

    public String success(String text) {
        return styled("32", text);
    }

    /** Of texts that lead the eye: margins, carets, running tasks. */
    public String accent(String text) {
        return styled("36", text);
    }

    /** Of texts that matter less than the others. */
    public String faint(String text) {
        return styled("2", text);
    }

    public String bold(String text) {
        return styled("1", text);
    }

    private String styled(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /**
     * Breaks a text at blanks into lines of this width. A longer word has a line of its own.
     *
     * @param margin before each line but the first
     */
    public List<String> wrap(String text, String margin) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (DisplayWidth.of(rest) > width) {
            int first = rest.length() - rest.stripLeading().length();
            int end = DisplayWidth.start(rest, width + 1).lastIndexOf(' ');
            if (end <= first) {
                end = rest.indexOf(' ', first);
            }
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = margin + rest.substring(end + 1);
        }
        lines.add(rest);
        return lines;
    }
}
