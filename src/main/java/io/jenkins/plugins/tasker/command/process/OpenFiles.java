package io.jenkins.plugins.tasker.command.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks the limit of open files of this process.
 *
 * <p>If Java reaches the limit while it starts a process, it closes random files (JDK 17 uses uninitialized numbers there):
 * files of Tasker or of the Jenkins agent. Tasker therefore keeps a reserve below the limit.
 */
final class OpenFiles {

    private static final File OPEN = new File("/proc/self/fd");
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String LIMIT = "Max open files";

    /** Files for four starting processes and for other code in this JVM. */
    private static final int RESERVE = 64;

    private OpenFiles() {}

    /** @throws IOException if opening this many files would exceed the limit minus the reserve */
    static void requireRoomFor(int more) throws IOException {
        String[] open = OPEN.list();
        long limit = limit(Files.readAllLines(LIMITS));
        if (open != null && open.length + more + RESERVE > limit) {
            throw new IOException("Too many open files: " + open.length + " of " + limit + ", and " + more + " needed");
        }
    }

    /** Parses the soft limit from lines like {@code Max open files  1024  4096  files}. */
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
