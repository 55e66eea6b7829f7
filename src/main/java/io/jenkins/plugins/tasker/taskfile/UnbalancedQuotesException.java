package io.jenkins.plugins.tasker.taskfile;

/** A quote without a partner where words are expected (rule 5.5, E21). */
public final class UnbalancedQuotesException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int position;

    UnbalancedQuotesException(String text, int position) {
        super("the quote " + text.charAt(position) + " is not closed: " + text.substring(position));
        this.position = position;
    }

    /** Where the open quote stands, from 0, in the text after globals were expanded. */
    public int position() {
        return position;
    }
}
