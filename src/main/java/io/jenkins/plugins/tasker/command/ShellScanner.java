package io.jenkins.plugins.tasker.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds out how a shell reads a text, as far as the references in it need that (rule 5.8). Understands only what dash, bash,
 * busybox, ksh, mksh and zsh read in the same way. Where they differ, or the text is too involved, it stops, and no value may
 * stand anywhere in the text.
 */
final class ShellScanner {

    private static final int DEEPEST = 40;

    private final String text;
    private final List<ShellPlace> places = new ArrayList<>();
    private final ShellVariables variables = new ShellVariables();
    private final ShellRules rules = new ShellRules(variables);
    private final ShellCursor cursor;
    private final ShellWords words;
    private int depth;
    private boolean comment;
    private String obstacle = "";

    private ShellScanner(String text) {
        this.text = text;
        cursor = new ShellCursor(text);
        words = new ShellWords(cursor, places, variables, () -> list(true));
    }

    /** Thrown where the scanner cannot follow. The message names the construct. */
    static final class ObstacleException extends Exception {

        private static final long serialVersionUID = 1L;

        ObstacleException(String construct) {
            super(construct, null, false, false);
        }
    }

    /** @param text with {@link ShellWord#VALUE} for each reference */
    static ShellScanner scan(String text) {
        ShellScanner scanner = new ShellScanner(text);
        try {
            scanner.list(false);
            scanner.variables.refuse();
            if (scanner.places.size()
                    != text.chars().filter(c -> ShellCursor.isValue((char) c)).count()) {
                throw new ObstacleException("constructs that cannot be read");
            }
        } catch (ObstacleException e) {
            scanner.obstacle = e.getMessage();
        }
        return scanner;
    }

    /** Returns whether a quoted word can follow the text. */
    boolean isClosed() {
        return obstacle.isEmpty() && !comment;
    }

    /** Returns a place for each reference, in order. */
    List<ShellPlace> places() {
        if (obstacle.isEmpty()) {
            return places;
        }
        List<ShellPlace> refused = new ArrayList<>();
        text.chars().filter(c -> ShellCursor.isValue((char) c)).forEach(c -> {
            ShellPlace place = new ShellPlace(ShellPlace.Quotes.NONE, ' ');
            place.refuse("in a text with " + obstacle);
            refused.add(place);
        });
        return refused;
    }

    /** Reads commands up to the end of the text, or up to the parenthesis that closes them. */
    private void list(boolean inParentheses) throws ObstacleException {
        if (++depth > DEEPEST) {
            throw new ObstacleException("more than " + DEEPEST + " levels of parentheses");
        }
        ShellCommand command = new ShellCommand(rules);
        while (!cursor.atEnd()) {
            char c = cursor.peek();
            if (c == ')') {
                if (!inParentheses) {
                    throw new ObstacleException("a parenthesis without partner");
                }
                command.end();
                cursor.skip(1);
                depth--;
                return;
            } else if (c == ' ' || c == '\t') {
                cursor.skip(1);
            } else if (c == '#') {
                comment();
            } else if (c == '&' && cursor.peek(1) == '>') {
                throw new ObstacleException("&> (write > FILE 2>&1)");
            } else if (";&|\n".indexOf(c) >= 0) {
                cursor.skip(1);
                command.end();
            } else if (c == '(') {
                parenthesis(command);
            } else if (c == '<' || c == '>') {
                redirection(command);
            } else {
                command.add(words.read(false), cursor.peek());
                if (command.isTest()) {
                    test(command);
                }
            }
        }
        command.end();
        if (inParentheses) {
            throw new ObstacleException("an open parenthesis");
        }
        depth--;
    }

    private void comment() {
        for (comment = true; !cursor.atEnd() && cursor.peek() != '\n'; cursor.skip(1)) {
            if (cursor.peek() == ShellWord.VALUE) {
                places.add(new ShellPlace(ShellPlace.Quotes.COMMENT, ' '));
            }
        }
    }

    private void parenthesis(ShellCommand command) throws ObstacleException {
        if (!command.isEmpty()) {
            cursor.skip(1);
            while (cursor.peek() == ' ' || cursor.peek() == '\t') {
                cursor.skip(1);
            }
            command.function(cursor.peek() == ')');
            cursor.skip(1);
            variables.functionDefined();
        } else if (cursor.peek(1) == '(') {
            cursor.skip(2);
            words.arithmetic("(( ))");
            command.compoundEnded();
        } else {
            cursor.skip(1);
            list(true);
            command.compoundEnded();
        }
    }

    private void redirection(ShellCommand command) throws ObstacleException {
        if (cursor.peek() == '<' && cursor.peek(1) == '<') {
            throw new ObstacleException("a here-document");
        }
        if (cursor.peek(1) == '(') {
            cursor.skip(2);
            list(true);
            command.substituted();
            return;
        }
        while (cursor.peek() == '<' || cursor.peek() == '>') {
            cursor.skip(1);
        }
        boolean duplicate = cursor.peek() == '&';
        if (duplicate || cursor.peek() == '|') {
            cursor.skip(1);
        }
        command.redirected(duplicate);
    }

    /** Reads the words of {@code [[ ]]}, where operators of other places are ordinary. */
    private void test(ShellCommand command) throws ObstacleException {
        List<ShellWord> read = new ArrayList<>();
        while (read.isEmpty() || !read.get(read.size() - 1).is("]]")) {
            char c = cursor.peek();
            if (cursor.atEnd() || c == ';' || c == '#') {
                throw new ObstacleException("[[ ]]");
            }
            if (" \t()<>&|".indexOf(c) >= 0) {
                cursor.skip(1);
            } else {
                read.add(words.read(true));
            }
        }
        rules.doubleBrackets(read);
        command.compoundEnded();
    }
}
