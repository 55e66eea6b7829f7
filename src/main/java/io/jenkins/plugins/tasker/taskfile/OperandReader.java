package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/** Reads the operands of a test, and finds where each of them ends (rules 8.5 and 8.6). */
final class OperandReader {

    /**
     * An operand without its quotes.
     *
     * @param text null if a parenthesis in it has no partner
     * @param end where it ends, or where that parenthesis stands
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

    /** @param left whether it stands before the operator of its test, which ends it then */
    Span read(int start, boolean left) {
        return quoted(start, left).orElseGet(() -> plain(start, left));
    }

    /** An operand written wholly in quotes (rule 8.6); empty if it is not. */
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

    /** An operand without quotes. Balanced parentheses are data with all they contain. */
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
