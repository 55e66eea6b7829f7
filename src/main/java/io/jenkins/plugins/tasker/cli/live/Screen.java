package io.jenkins.plugins.tasker.cli.live;

import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.text.DisplayWidth;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes lines that stay, and below them a block of lines that each call replaces. The cursor rests below the block. Each change
 * is one write, so that the screen does not flicker.
 */
public final class Screen {

    private static final String ERASE_BELOW = "\u001b[J";

    private final PrintStream out;
    private final boolean moving;
    private final boolean colour;
    private final Supplier<TerminalSize> measure;
    private TerminalSize size;
    private List<Integer> block = new ArrayList<>();

    /**
     * @param moving whether the terminal can move its cursor; if not, there is no block
     * @param measure returns the size of the terminal
     */
    public Screen(PrintStream out, boolean moving, boolean colour, Supplier<TerminalSize> measure) {
        this.out = out;
        this.moving = moving;
        this.colour = colour;
        this.measure = measure;
        this.size = measure.get();
    }

    /** Called when the size of the terminal has changed. */
    void resized() {
        size = measure.get();
    }

    /** Returns colours and width for lines; they leave the last column free, where terminals differ. */
    TerminalStyle style() {
        return new TerminalStyle(colour, Math.max(1, size.columns() - 1));
    }

    /** Returns how many lines the block can have. */
    int rows() {
        return moving ? Math.max(0, size.rows() - 1) : 0;
    }

    /**
     * Adds lines above the block and replaces it.
     *
     * @param added lines that stay
     * @param changing the lines of the block
     */
    void show(List<String> added, List<String> changing) {
        StringBuilder text = new StringBuilder();
        if (!block.isEmpty()) {
            text.append("\u001b[").append(occupied()).append("A\r").append(ERASE_BELOW);
        }
        added.forEach(line -> text.append(line).append('\n'));
        block = new ArrayList<>();
        for (String line : changing.subList(0, Math.min(changing.size(), rows()))) {
            text.append(line).append('\n');
            block.add(DisplayWidth.of(line.replaceAll("\u001b\\[[0-9;]*m", "")));
        }
        if (text.length() > 0) {
            out.print(text);
            out.flush();
        }
    }

    /** Returns the rows of the block; a terminal that became narrower has broken its lines. */
    private int occupied() {
        return block.stream()
                .mapToInt(width -> Math.max(1, (width + size.columns() - 1) / size.columns()))
                .sum();
    }
}
