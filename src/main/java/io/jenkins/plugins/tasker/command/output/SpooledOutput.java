package io.jenkins.plugins.tasker.command.output;

import io.jenkins.plugins.tasker.text.Shortened;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Output in a {@link Spool}. Queries read through it. */
final class SpooledOutput implements Output {

    /** Larger than a reader's default, because each read is a system call. */
    private static final int READ_BYTES = 64 * 1024;

    /** Bytes of the longest character of UTF-8. */
    private static final int LONGEST_CHARACTER = 4;

    private final Spool spool;
    private final long length;
    private final String loss;

    SpooledOutput(Spool spool, long length, String loss) {
        this.spool = spool;
        this.length = length;
        this.loss = loss;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public String head(int limit) {
        try (Reader reader = reader()) {
            // one more, to detect a surrogate pair at the limit
            return Shortened.start(Readers.read(reader, (int) Math.min(limit + 1L, length)), limit);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public String end(int limit) {
        try (InputStream in = spool.readEnd(LONGEST_CHARACTER * (long) limit)) {
            byte[] bytes = in.readAllBytes();
            int start = 0;
            while (start < bytes.length && isContinuation(bytes[start])) {
                start++;
            }
            return Shortened.end(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8), limit);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static boolean isContinuation(byte utf8) {
        return (utf8 & 0xC0) == 0x80;
    }

    @Override
    public Reader reader() {
        return new InputStreamReader(new BufferedInputStream(spool.read(), READ_BYTES), StandardCharsets.UTF_8);
    }

    @Override
    public boolean contains(String text) {
        try {
            return OutputScan.contains(spool.read(), text);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public boolean matchesLine(LinePattern pattern) {
        try {
            return LineScan.any(reader(), reader(), pattern.lookBack(), pattern.test());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public boolean isBlank() {
        try {
            return OutputScan.isBlank(reader());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public long lineCount() {
        try {
            return OutputScan.lineCount(reader());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public String loss() {
        return loss;
    }

    @Override
    public void close() {
        try {
            spool.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary file of a command's output cannot be deleted", e);
        }
    }

    private static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("The temporary file of a command's output cannot be read", e);
    }
}
