package io.jenkins.plugins.tasker.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A file next to a journal that proves that a journal without an end holds every start of a task (rule 16.12).
 *
 * <p>The writer creates the file before its first event and deletes it when a write fails, which needs no space on a full disk. A
 * killed writer leaves it: then all its writes are in the journal, because the operating system kept them. The file names the
 * boot of the machine and the journal as a file of its disk. So it proves nothing after a crash of the machine, which may lose
 * writes, and nothing about a restored or copied journal.
 */
final class IntactMark {

    private static final String SUFFIX = ".intact";
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private IntactMark() {}

    /** Creates or replaces the mark; without one the journal counts as incomplete. */
    static void set(Path journal) {
        try {
            Optional<String> content = content(journal);
            if (content.isPresent()) {
                Files.writeString(file(journal), content.get());
            }
        } catch (IOException e) {
            clear(journal);
        }
    }

    static void clear(Path journal) {
        try {
            Files.deleteIfExists(file(journal));
        } catch (IOException e) {
            // A disk that became read-only: nothing further starts, and its next boot differs.
        }
    }

    static boolean isSet(Path journal) {
        try {
            return Files.exists(file(journal)) && content(journal).equals(Optional.of(Files.readString(file(journal))));
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the boot of the machine and the key of the file; empty if the system has none. */
    private static Optional<String> content(Path journal) throws IOException {
        Object key = Files.readAttributes(journal, BasicFileAttributes.class).fileKey();
        return key == null || !Files.exists(BOOT)
                ? Optional.empty()
                : Optional.of(Files.readString(BOOT).strip() + ' ' + key);
    }

    private static Path file(Path journal) {
        return journal.resolveSibling(journal.getFileName() + SUFFIX);
    }
}
