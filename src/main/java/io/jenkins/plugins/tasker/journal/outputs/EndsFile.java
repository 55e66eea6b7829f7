package io.jenkins.plugins.tasker.journal.outputs;

import io.jenkins.plugins.tasker.text.Shortened;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a text of any length to a file of limited size: all of it if it fits, otherwise its first and its last part (rule 16.13).
 * Needs constant memory.
 *
 * <p>While the text arrives, the second half of the file is a ring that holds the last part.
 */
final class EndsFile extends OutputStream {

    private static final int BUFFER = 64 * 1024;

    private final Path target;
    private final Path unfinished;
    private final RandomAccessFile file;
    private final long half;
    private long first;
    private long last;
    private boolean skipped;

    /** @param limit maximum size in bytes, without the mark between both parts */
    EndsFile(Path target, long limit) throws IOException {
        this.target = target;
        this.unfinished = StoredOutputs.unfinished(target);
        this.half = Math.max(1, (limit + 1) / 2);
        Files.deleteIfExists(unfinished);
        this.file = new RandomAccessFile(unfinished.toFile(), "rw");
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = (int) Math.min(half - first, length);
        put(first, bytes, offset, done);
        first += done;
        while (done < length) {
            long place = last % half;
            int count = (int) Math.min(half - place, length - done);
            put(half + place, bytes, offset + done, count);
            last += count;
            done += count;
        }
    }

    private void put(long position, byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            file.seek(position);
            file.write(bytes, offset, length);
        }
    }

    /** Returns the size of the last part in bytes. */
    long half() {
        return half;
    }

    /** Whether the first part is complete, so that only the end of the text is still needed. */
    boolean needsOnlyEnd() {
        return first == half;
    }

    /** Called when characters of the text were left out: what follows is its end. */
    void skipped() {
        skipped = true;
        last = 0;
    }

    /**
     * Completes the file under its name.
     *
     * @param length characters of the whole text
     * @return size of the file in bytes
     */
    long finish(long length) throws IOException {
        if (skipped || last > half) {
            join(length);
        }
        close();
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return Files.size(target);
    }

    /** Replaces the file by its parts in their order, with the mark in between. */
    private void join(long length) throws IOException {
        Path joined = StoredOutputs.unfinished(unfinished);
        try (Writer out = Files.newBufferedWriter(joined)) {
            long shown = firstPart().transferTo(out) + lastPart().transferTo(Writer.nullWriter());
            out.write("\n" + Shortened.gap(Math.max(1, length - shown)).strip() + "\n");
            lastPart().transferTo(out);
        }
        Files.move(joined, unfinished, StandardCopyOption.REPLACE_EXISTING);
    }

    private Reader firstPart() {
        return decoded(new Region(0, first));
    }

    private Reader lastPart() {
        long oldest = last > half ? last % half : 0;
        InputStream older = new Region(half + oldest, Math.min(last, half) - oldest);
        return decoded(new SequenceInputStream(older, new Region(half, oldest)));
    }

    /** Leaves out the rest of a character that was cut. */
    private static Reader decoded(InputStream bytes) {
        return new InputStreamReader(
                new BufferedInputStream(bytes, BUFFER),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.IGNORE));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Deletes the unfinished file. */
    void discard() throws IOException {
        close();
        Files.deleteIfExists(StoredOutputs.unfinished(unfinished));
        Files.deleteIfExists(unfinished);
    }

    /** Some bytes of the file. */
    private final class Region extends InputStream {

        private long position;
        private long left;

        Region(long position, long length) {
            this.position = position;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            file.seek(position);
            int count = file.read(bytes, offset, (int) Math.min(length, left));
            position += Math.max(0, count);
            left -= Math.max(0, count);
            return count;
        }
    }
}
