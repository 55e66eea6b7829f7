package io.jenkins.plugins.tasker.command.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How many files this process may open.
 *
 * <p>When Java runs out of them at the moment when it starts a process, it closes files at random (JDK 17 has
 * uninitialized numbers in that place), be they ours or those of a Jenkins agent. So we stop well before.
 */
final class OpenFiles {

    private static final File OPEN = new File("/proc/self/fd");
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String LIMIT = "Max open files";

    /** What starting four processes at a time, and all others in this JVM, may need at any moment. */
    private static final int RESERVE = 64;

    private OpenFiles() {}

    /** @throws IOException if so many files more would come near the limit */
    static void requireRoomFor(int more) throws IOException {
        String[] open = OPEN.list();
        long limit = limit(Files.readAllLines(LIMITS));
        if (open != null && open.length + more + RESERVE > limit) {
            throw new IOException("Too many open files: " + open.length + " of " + limit + ", and " + more + " needed");
        }
    }

    /** The limit that is in force, from lines such as {@code Max open files  1024  4096  files}. */
    static long limit(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(LIMIT)) {
                String limit = line.substring(LIMIT.length()).strip().split(" +")[0];
                return limit.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(limit);
            }
        }
        return Long.MAX_VALUE;
    }
}
