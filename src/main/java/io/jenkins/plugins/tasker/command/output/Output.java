package io.jenkins.plugins.tasker.command.output;

import java.io.Reader;

/**
 * The complete output of one stream of a command, decoded, with LF as line end. A large output is stored in a temporary file
 * and read in pieces: even a line of a gigabyte needs constant heap.
 */
public interface Output extends AutoCloseable {

    Output EMPTY = of("");

    static Output of(String text) {
        return new TextOutput(text);
    }

    /** Number of characters (UTF-16 units). */
    long length();

    /** Returns at most the first {@code limit} characters. Never splits a surrogate pair. */
    String head(int limit);

    /** Returns at most the last {@code limit} characters. Never splits a surrogate pair. */
    String end(int limit);

    /** Opens a reader at the first character. The caller closes it. */
    Reader reader();

    /** Whether the output contains the text as a plain substring (rule 8.3). True for the empty text. */
    boolean contains(String text);

    /**
     * Whether a part of some line matches a pattern (rule 8.3). A line end at the end of the output starts no further line; an
     * empty output is one empty line.
     */
    boolean matchesLine(LinePattern pattern);

    /** Whether the output consists of white space only (rule 1.4), or is empty. */
    boolean isBlank();

    /** Counts lines after trimming white space at both ends; 0 for blank output (rule 6.4). */
    long lineCount();

    /** Returns why the output could not be kept whole, for example because the disk was full; empty if it is complete. */
    default String loss() {
        return "";
    }

    /** Deletes the temporary file, if the output has one. */
    @Override
    void close();
}
