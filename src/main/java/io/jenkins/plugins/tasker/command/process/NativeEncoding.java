package io.jenkins.plugins.tasker.command.process;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Checks whether Java can pass arguments to a process. With the locale C, which services often have, Java silently replaces
 * non-ASCII letters by question marks. A command with changed arguments must not run.
 */
public final class NativeEncoding {

    private static final int FIRST_WITH_NATIVE_ENCODING = 18;
    private static final char LAST_OF_ASCII = 0x7F;

    private static final Charset CHARSET = Runtime.version().feature() < FIRST_WITH_NATIVE_ENCODING
            ? Charset.defaultCharset()
            : Charset.forName(System.getProperty("sun.jnu.encoding"));

    private NativeEncoding() {}

    /** Returns the first word that Java would change. */
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

    /** Returns the character set of texts that reach programs by other ways than Java's: the native one unless it is ASCII. */
    public static Charset forTexts() {
        return CHARSET.newEncoder().canEncode('\u00e9') ? CHARSET : StandardCharsets.UTF_8;
    }
}
