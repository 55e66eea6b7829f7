package io.jenkins.plugins.tasker.hosts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads files of hosts, from where the run has its files. */
@FunctionalInterface
public interface HostFiles {

    /** The maximum size of a file of hosts in bytes (rule 19.2). */
    int MAX_BYTES = 1024 * 1024;

    /** Files of a place that has none. */
    HostFiles NONE = path -> {
        throw new UnreadableHostFileException("files of hosts cannot be used here", "list the hosts");
    };

    /** Returns the text of the file that an item {@code file:} names. */
    String read(String path) throws UnreadableHostFileException;

    /**
     * Decodes the content of a file.
     *
     * @param bytes at most {@link #MAX_BYTES}; one byte more if the file is larger
     */
    static String text(byte[] bytes) throws UnreadableHostFileException {
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableHostFileException(
                    "the file is larger than 1 MiB", "divide it; or is it another file than the one meant?");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableHostFileException("the file is not UTF-8", "save it as text with that encoding");
        }
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableHostFileException("the file holds a NUL character", "name a text file");
        }
        return text;
    }
}
