package io.jenkins.plugins.tasker.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Repairs a journal after its writer died, so that events can be appended: removes an incomplete last line. */
final class JournalRepair {

    private JournalRepair() {}

    /** Repairs the file; afterwards it is empty or ends with a line end. */
    static void repair(Path file) throws IOException {
        try (RandomAccessFile journal = new RandomAccessFile(file.toFile(), "rw")) {
            long length = journal.length();
            long start = startOfLastLine(journal, length);
            if (start == length) {
                return;
            }
            byte[] line = new byte[Math.toIntExact(length - start)];
            journal.seek(start);
            journal.readFully(line);
            if (start > 0 && isEvent(line)) {
                // The event is complete; only its line end is missing.
                journal.write('\n');
            } else {
                journal.setLength(start);
            }
        }
    }

    private static long startOfLastLine(RandomAccessFile journal, long length) throws IOException {
        byte[] block = new byte[8192];
        long end = length;
        while (end > 0) {
            int size = (int) Math.min(block.length, end);
            journal.seek(end - size);
            journal.readFully(block, 0, size);
            for (int i = size - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return end - size + i + 1;
                }
            }
            end -= size;
        }
        return 0;
    }

    private static boolean isEvent(byte[] line) {
        try {
            EventCodec.decode(line);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
