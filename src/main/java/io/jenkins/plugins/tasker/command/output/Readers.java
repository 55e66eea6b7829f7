package io.jenkins.plugins.tasker.command.output;

import java.io.IOException;
import java.io.Reader;

/** Skips characters of any reader. */
public final class Readers {

    private Readers() {}

    /**
     * Skips characters until the text ends. A single {@link Reader#skip} may skip fewer than requested.
     *
     * @return how many characters were skipped; fewer than requested only at the end of the text
     */
    public static long skip(Reader reader, long characters) throws IOException {
        long left = characters;
        for (long count = -1; left > 0 && count != 0; left -= count) {
            count = reader.skip(left);
        }
        return characters - left;
    }
}
