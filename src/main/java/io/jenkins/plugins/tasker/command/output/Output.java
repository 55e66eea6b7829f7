package io.jenkins.plugins.tasker.command.output;

import java.io.Reader;

/**
 * The complete output of one stream of a command, decoded, with unified line ends. A large one lies in a temporary file
 * and is read piece by piece, so that a command that prints a gigabyte on one line needs constant heap.
 */
public interface Output extends AutoCloseable {

    Output EMPTY = of("");

    static Output of(String text) {
        return new TextOutput(text);
    }

    /** Number of characters (UTF-16 units). */
    long length();

    /** At most the first {@code limit} characters; never ends in half of a surrogate pair. */
    String head(int limit);

    /** From the first character on; every call starts anew. The caller closes it. */
    Reader reader();

    /** Whether the text occurs, as a plain substring (rule 8.3). The empty text always does. */
    boolean contains(String text);

    /** Whether there is nothing but white space (rule 1.4). */
    boolean isBlank();

    /** Lines after trimming white space at both ends; 0 if nothing is left (rule 6.4). */
    long lineCount();

    /** Whether the end is missing because there was no room for it on the disk. */
    default boolean isCut() {
        return false;
    }

    /** Removes the temporary file, if there is one. */
    @Override
    void close();
}
