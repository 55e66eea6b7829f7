package io.jenkins.plugins.tasker.command.detached;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes control directories and secret files that no run will use again, because the controller no longer exists or the
 * agent was removed in the meantime. A directory is abandoned if nothing changed in it for {@link #AGE} and none of its commands
 * runs. By then no run reattaches to its commands.
 */
final class AbandonedDirectories {

    static final Duration AGE = Duration.ofDays(30);

    /** Pattern of the directories that runs create in the temporary directory of a workspace. */
    private static final String NAMES = "tasker-*";

    private AbandonedDirectories() {}

    /** Deletes the abandoned directories in a directory. Ignores those that cannot be deleted. */
    static void delete(Path parent, Instant now) {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent, NAMES)) {
            for (Path path : directories) {
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    deleteIfAbandoned(new ControlDirectory(path), now);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // the next run tries again
        }
    }

    private static void deleteIfAbandoned(ControlDirectory directory, Instant now) {
        try {
            if (directory.lastChange().isBefore(now.minus(AGE)) && !directory.isInUse()) {
                directory.delete();
            }
        } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
            // it belongs to another user, or another process deletes it
        }
    }
}
