package io.jenkins.plugins.tasker.command;

import java.util.List;

/** Reads the words of a shell text, with quotes and expansions. */
final class ShellWords {

    private final ShellCursor cursor;
    private final List<ShellPlace> places;
    private final ShellVariables variables;
    private final Substitution substitution;

    /** Reads the commands of {@code $( )} up to the closing parenthesis. */
    interface Substitution {
        void read() throws ShellScanner.ObstacleException;
    }

    /** @param places receives the places of all references, in order */
    ShellWords(ShellCursor cursor, List<ShellPlace> places, ShellVariables variables, Substitution substitution) {
        this.cursor = cursor;
        this.places = places;
        this.variables = variables;
        this.substitution = substitution;
    }

    /** @param operators whether parentheses and comparisons are part of the word */
    ShellWord read(boolean operators) throws ShellScanner.ObstacleException {
        ShellWord word = new ShellWord();
        int start = cursor.position();
        int first = places.size();
        while (!cursor.atEnd()
                && " \t\n;&|".indexOf(cursor.peek()) < 0
                && (operators || "()<>".indexOf(cursor.peek()) < 0)) {
            char c = cursor.peek();
            cursor.skip(1);
            switch (c) {
                case ShellWord.VALUE -> place(word, ShellPlace.Quotes.NONE, ' ');
                case '\\' -> escaped(word, ShellPlace.Quotes.NONE);
                case '\'' -> singleQuotes(word);
                case '"' -> doubleQuotes(word);
                case '`' -> backticks(word);
                case '$' -> dollar(word, false);
                case '{' -> {
                    word.append(c);
                    word.braced();
                }
                default -> word.append(c);
            }
        }
        word.end(cursor.since(start), places.subList(first, places.size()));
        subscript(word, cursor.since(start));
        return word;
    }

    /** Refuses values in the subscript of an array, which is calculated (rule 5.8). */
    private static void subscript(ShellWord word, String raw) {
        int open = raw.indexOf('[');
        if (open > 0 && ShellNames.isName(raw.substring(0, open)) && raw.indexOf(ShellWord.VALUE, open) >= 0) {
            word.refuse("in a subscript");
        }
        if (word.hasValue() && word.isBraced()) {
            word.refuse("in braces");
        }
    }

    private void place(ShellWord word, ShellPlace.Quotes quotes, char before) {
        word.appendQuoted(ShellWord.VALUE);
        places.add(new ShellPlace(quotes, before));
    }

    private void escaped(ShellWord word, ShellPlace.Quotes quotes) {
        if (cursor.atEnd()) {
            word.appendQuoted('\\');
        } else if (cursor.peek() == ShellWord.VALUE) {
            cursor.skip(1);
            place(word, quotes, '\\');
        } else {
            word.appendQuoted(cursor.peek());
            cursor.skip(1);
        }
    }

    private void singleQuotes(ShellWord word) throws ShellScanner.ObstacleException {
        word.quoted();
        for (; cursor.peek() != '\'' || cursor.atEnd(); cursor.skip(1)) {
            if (cursor.atEnd()) {
                throw new ShellScanner.ObstacleException("an open quote");
            }
            if (ShellCursor.isValue(cursor.peek())) {
                places.add(new ShellPlace(ShellPlace.Quotes.SINGLE, ' '));
            }
            word.append(cursor.peek());
        }
        cursor.skip(1);
    }

    private void doubleQuotes(ShellWord word) throws ShellScanner.ObstacleException {
        word.quoted();
        while (cursor.peek() != '"' || cursor.atEnd()) {
            if (cursor.atEnd()) {
                throw new ShellScanner.ObstacleException("an open quote");
            }
            char c = cursor.peek();
            cursor.skip(1);
            switch (c) {
                case ShellWord.VALUE -> place(word, ShellPlace.Quotes.DOUBLE, ' ');
                case '\\' -> escaped(word, ShellPlace.Quotes.DOUBLE);
                case '`' -> backticks(word);
                case '$' -> dollar(word, true);
                default -> word.append(c);
            }
        }
        cursor.skip(1);
    }

    private void backticks(ShellWord word) throws ShellScanner.ObstacleException {
        word.appendQuoted(ShellWord.UNKNOWN);
        for (; cursor.peek() != '`' || cursor.atEnd(); cursor.skip(1)) {
            if (cursor.atEnd()) {
                throw new ShellScanner.ObstacleException("an open backtick");
            }
            cursor.skip(cursor.peek() == '\\' ? 1 : 0);
            refuseValue("in backticks");
        }
        cursor.skip(1);
    }

    private void refuseValue(String reason) {
        if (cursor.peek() == ShellWord.VALUE) {
            ShellPlace place = new ShellPlace(ShellPlace.Quotes.NONE, ' ');
            place.refuse(reason);
            places.add(place);
        }
    }

    private void dollar(ShellWord word, boolean quoted) throws ShellScanner.ObstacleException {
        char c = cursor.peek();
        if (c == ShellWord.VALUE) {
            cursor.skip(1);
            place(word, quoted ? ShellPlace.Quotes.DOUBLE : ShellPlace.Quotes.NONE, '$');
            return;
        }
        if (c == '[' || (!quoted && (c == '\'' || c == '"'))) {
            throw new ShellScanner.ObstacleException("$" + c);
        }
        word.appendQuoted(c == '(' || c == '{' || ShellNames.isNamePart(c) ? ShellWord.UNKNOWN : '$');
        if (c == '(' && cursor.peek(1) == '(') {
            cursor.skip(2);
            arithmetic("$(( ))");
        } else if (c == '(') {
            cursor.skip(1);
            substitution.read();
        } else if (c == '{') {
            cursor.skip(1);
            braces();
        } else if ("@*#?-$!".indexOf(c) >= 0 && !cursor.atEnd()) {
            word.append(ShellWord.UNKNOWN);
            cursor.skip(1);
        }
    }

    private void braces() throws ShellScanner.ObstacleException {
        if (cursor.peek() == ' ' || cursor.peek() == '|' || cursor.peek() == '\t') {
            throw new ShellScanner.ObstacleException("${ }");
        }
        for (; cursor.peek() != '}' || cursor.atEnd(); cursor.skip(1)) {
            if (cursor.atEnd() || "'\"\\`{(".indexOf(cursor.peek()) >= 0) {
                throw new ShellScanner.ObstacleException("${ }");
            }
            refuseValue("in ${ }");
        }
        cursor.skip(1);
    }

    /** Reads a calculation and the parentheses that end it. */
    void arithmetic(String construct) throws ShellScanner.ObstacleException {
        int start = cursor.position();
        int open = 0;
        for (; open > 0 || cursor.peek() != ')' || cursor.peek(1) != ')'; cursor.skip(1)) {
            char c = cursor.peek();
            if (cursor.atEnd()
                    || "'\"\\`{;#\n".indexOf(c) >= 0
                    || (c == ')' && open == 0)
                    || (c == '<' && cursor.peek(1) == '<')) {
                throw new ShellScanner.ObstacleException(construct);
            }
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ShellWord.VALUE) {
                calculated(construct);
            }
        }
        variables.evaluated(cursor.since(start));
        cursor.skip(2);
    }

    private void calculated(String construct) {
        boolean joined = ShellNames.isNamePart(cursor.peek(-1))
                || cursor.peek(-1) == '$'
                || ShellNames.isNamePart(cursor.peek(1));
        ShellPlace place = new ShellPlace(ShellPlace.Quotes.NONE, ' ');
        place.requireInteger(construct);
        if (joined || construct.startsWith("((")) {
            place.refuse("in " + construct);
        }
        places.add(place);
    }
}
