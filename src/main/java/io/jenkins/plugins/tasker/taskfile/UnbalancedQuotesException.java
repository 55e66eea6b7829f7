package io.jenkins.plugins.tasker.taskfile;

/** Thrown if words contain a quote without a partner (rule 5.5, E21). */
public final class UnbalancedQuotesException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int position;

    UnbalancedQuotesException(String text, int position) {
        super("the quote " + text.charAt(position) + " is not closed: " + text.substring(position));
        this.position = position;
    }

    /** Returns the position of the unclosed quote, from 0, in the text after globals were expanded. */
    public int position() {
        return position;
    }
}
