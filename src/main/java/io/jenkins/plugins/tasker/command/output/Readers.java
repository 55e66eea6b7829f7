package io.jenkins.plugins.tasker.command.output;

import java.io.IOException;
import java.io.Reader;

/** Reads and skips a number of characters of any reader. */
public final class Readers {

    private Readers() {}

    /** Returns the next characters; fewer than requested only at the end of the text. */
    public static String read(Reader reader, int characters) throws IOException {
        char[] buffer = new char[characters];
        int filled = 0;
        for (int count = 0; count >= 0 && filled < buffer.length; filled += Math.max(count, 0)) {
            count = reader.read(buffer, filled, buffer.length - filled);
        }
        return new String(buffer, 0, filled);
    }

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
