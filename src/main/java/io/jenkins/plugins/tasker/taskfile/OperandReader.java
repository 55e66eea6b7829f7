package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/** Reads the operands of a test and finds their ends (rules 8.5 and 8.6). */
final class OperandReader {

    /**
     * An operand without its quotes.
     *
     * @param text null if a parenthesis in the operand lacks its partner
     * @param end position after the operand, or of that parenthesis
     */
    record Span(String text, boolean quoted, int end) {

        boolean isUnreadable() {
            return text == null;
        }
    }

    private final String text;

    OperandReader(String text) {
        this.text = text;
    }

    /**
     * Reads an operand.
     *
     * @param left whether the operand is on the left side, where the operator of its test ends it
     */
    Span read(int start, boolean left) {
        return quoted(start, left).orElseGet(() -> plain(start, left));
    }

    /** Reads an operand that is wholly in quotes (rule 8.6); empty for any other operand. */
    private Optional<Span> quoted(int start, boolean left) {
        if (start >= text.length() || !Quotes.isQuote(text.charAt(start))) {
            return Optional.empty();
        }
        int closing = text.indexOf(text.charAt(start), start + 1);
        if (closing < 0) {
            return Optional.empty();
        }
        int next = WhiteSpace.skip(text, closing + 1);
        boolean whole = left
                ? next < text.length() && Operators.ALL.at(text, next) != null
                : next >= text.length() || Connectives.endsOperand(text, next);
        return whole ? Optional.of(new Span(text.substring(start + 1, closing), true, next)) : Optional.empty();
    }

    /** Reads an operand without quotes. Balanced parentheses are data with everything they contain. */
    private Span plain(int start, boolean left) {
        int parentheses = 0;
        int opened = start;
        int i = start;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (parentheses == 0 && (Connectives.endsOperand(text, i) || (left && Operators.ALL.at(text, i) != null))) {
                break;
            }
            if (c == '(') {
                opened = parentheses == 0 ? i : opened;
                parentheses++;
            } else if (c == ')') {
                parentheses--;
            }
        }
        if (parentheses > 0) {
            return new Span(null, false, opened);
        }
        return new Span(WhiteSpace.trimEnd(text.substring(start, i)), false, i);
    }
}
