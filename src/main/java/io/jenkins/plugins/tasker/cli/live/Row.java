package io.jenkins.plugins.tasker.cli.live;

import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.text.DisplayWidth;
import io.jenkins.plugins.tasker.text.VisibleText;

/**
 * A line about a task: mark, number, host, what it does, and at the right how long it took.
 *
 * @param mark one column wide
 * @param host may be empty
 * @param time may be empty
 */
record Row(String mark, String number, String host, String what, String time) {

    /** Times stand here on wide terminals, so that they are near their tasks. */
    private static final int WIDEST = 100;

    /** On a narrower terminal the time would leave no room for the task. */
    private static final int NARROWEST = 24;

    /** @return the text without the mark; never wider than the terminal together with it */
    String body(TerminalStyle style) {
        int width = Math.min(style.width(), WIDEST) - DisplayWidth.of(mark);
        String left = VisibleText.onTerminal(
                " " + number + (host.isEmpty() ? "" : "  " + host) + (what.isEmpty() ? "" : "  " + what));
        if (time.isEmpty() || width < NARROWEST) {
            return DisplayWidth.cut(left, Math.max(0, width));
        }
        String cut = DisplayWidth.cut(left, width - time.length() - 2);
        return cut + " ".repeat(width - DisplayWidth.of(cut) - time.length()) + time;
    }
}
