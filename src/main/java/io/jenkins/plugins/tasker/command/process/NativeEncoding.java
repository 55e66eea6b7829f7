package io.jenkins.plugins.tasker.command.process;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * How Java writes the arguments of a process. In a process with the locale C, as services often have it, Java silently
 * replaces all letters beyond ASCII by question marks; a command with other arguments than were written must not run.
 */
final class NativeEncoding {

    private static final int FIRST_WITH_NATIVE_ENCODING = 18;
    private static final char LAST_OF_ASCII = 0x7F;

    private static final Charset CHARSET = Runtime.version().feature() < FIRST_WITH_NATIVE_ENCODING
            ? Charset.defaultCharset()
            : Charset.forName(System.getProperty("sun.jnu.encoding"));

    private NativeEncoding() {}

    /** The first word that would not arrive as it is. */
    static Optional<String> firstUnwritable(List<String> argv) {
        for (String word : argv) {
            if (!isAscii(word) && !CHARSET.newEncoder().canEncode(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > LAST_OF_ASCII) {
                return false;
            }
        }
        return true;
    }

    static Charset charset() {
        return CHARSET;
    }
}
