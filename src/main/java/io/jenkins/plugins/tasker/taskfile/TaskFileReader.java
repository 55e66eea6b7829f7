package io.jenkins.plugins.tasker.taskfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads and decodes task files (rule 2.1). Failures have the exit codes 30, 31 and 33. */
public final class TaskFileReader {

    /**
     * The maximum size of a task file in bytes. A larger file is probably not a task file, and reading it would only fill the
     * memory.
     */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    private TaskFileReader() {}

    /** The text of a file, and the bytes it was decoded from. */
    public record Content(String text, byte[] bytes) {

        /** Returns the SHA-256 of the bytes in hexadecimal, which the journal records. */
        public String sha256() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }

    public static Content read(Path file) throws UnreadableTaskFileException {
        return content(file.toString(), bytes(file));
    }

    /**
     * Decodes a file that was read elsewhere.
     *
     * @param name the name of the file in messages
     */
    public static Content content(String name, byte[] bytes) throws UnreadableTaskFileException {
        return new Content(decode(name, bytes), bytes);
    }

    /**
     * Reads the bytes of a file.
     *
     * @throws UnreadableTaskFileException if the file cannot be read, or is larger than {@link #MAX_BYTES}
     */
    public static byte[] bytes(Path file) throws UnreadableTaskFileException {
        if (Files.isDirectory(file)) {
            throw new UnreadableTaskFileException(31, file + " is a directory; name a task file in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UnreadableTaskFileException(
                        31, file + " is larger than " + MAX_BYTES / (1024 * 1024) + " MiB; is it a task file?");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new UnreadableTaskFileException(30, file + " does not exist; check the name and the directory");
        } catch (AccessDeniedException e) {
            throw new UnreadableTaskFileException(33, file + ": permission denied; make it readable for this user");
        } catch (IOException e) {
            throw new UnreadableTaskFileException(31, file + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Decodes the content of a task file.
     *
     * @param name the name of the file in messages
     */
    public static String decode(String name, byte[] bytes) throws UnreadableTaskFileException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            String before = new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8);
            throw new UnreadableTaskFileException(
                    31, name + ", line " + lineOf(before) + ": not UTF-8; save the file with that encoding");
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new UnreadableTaskFileException(
                    31,
                    name + ", line " + lineOf(text.substring(0, nul)) + ": holds a NUL character; is it a text file?");
        }
        return text;
    }

    private static int lineOf(String before) {
        return before.split("\r\n|\n|\r", -1).length;
    }
}
