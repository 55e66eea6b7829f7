package io.jenkins.plugins.tasker.cli.live;

import io.jenkins.plugins.tasker.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Interprets what a terminal receives: characters, line ends, and the escape sequences of the live view. Lines are kept forever. */
public final class EmulatedTerminal {

    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[([0-9;]*)([A-Za-z])");

    private final int columns;
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private int column;
    private int widest;

    public EmulatedTerminal(int columns) {
        this.columns = columns;
    }

    public EmulatedTerminal receive(String text) {
        Matcher sequence = SEQUENCE.matcher(text);
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c == '\u001b' && sequence.find(i) && sequence.start() == i) {
                perform(sequence.group(1), sequence.group(2).charAt(0));
                i = sequence.end();
            } else {
                int character = text.codePointAt(i);
                put(character);
                i += Character.charCount(character);
            }
        }
        return this;
    }

    private void perform(String parameters, char command) {
        int number = parameters.isEmpty() ? 0 : Integer.parseInt(parameters.split(";")[0]);
        switch (command) {
            case 'A' -> row = Math.max(0, row - Math.max(1, number));
            case 'J' -> {
                lines.subList(row + 1, lines.size()).clear();
                lines.get(row).setLength(Math.min(column, lines.get(row).length()));
            }
            case 'm' -> {}
            default -> throw new AssertionError("unknown sequence " + parameters + command);
        }
    }

    private void put(int character) {
        if (character == '\r') {
            column = 0;
        } else if (character == '\n') {
            down();
        } else if (Character.isISOControl(character)) {
            throw new AssertionError("control character " + character);
        } else {
            int width = DisplayWidth.of(character);
            if (column + width > columns) {
                down();
                column = 0;
            }
            StringBuilder line = lines.get(row);
            while (line.length() < column) {
                line.append(' ');
            }
            line.setLength(Math.min(line.length(), column));
            line.appendCodePoint(character);
            column += width;
            widest = Math.max(widest, column);
        }
    }

    /** A terminal adds a carriage return to each line feed of a program. */
    private void down() {
        row++;
        column = 0;
        if (row == lines.size()) {
            lines.add(new StringBuilder());
        }
    }

    /** Returns the columns that the widest line ever had. */
    public int widest() {
        return widest;
    }

    /** Returns all lines, without blanks at their ends. */
    public String screen() {
        StringBuilder screen = new StringBuilder();
        lines.forEach(line -> screen.append(line.toString().stripTrailing()).append('\n'));
        return screen.toString().stripTrailing() + "\n";
    }
}
