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
 * What runs have left on a machine that never came back for it: control directories and secret files of a controller that is no
 * more, or of an agent that was removed meanwhile. They go when nothing has happened in them for {@link #AGE} and no command of
 * them runs, which is long after any run would have taken its commands up again.
 */
final class AbandonedDirectories {

    static final Duration AGE = Duration.ofDays(30);

    /** What the names of all directories begin with that runs make beside a workspace. */
    private static final String NAMES = "tasker-*";

    private AbandonedDirectories() {}

    /** Removes those in a directory; what cannot be removed stays. */
    static void remove(Path parent, Instant now) {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent, NAMES)) {
            for (Path path : directories) {
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    removeIfAbandoned(new ControlDirectory(path), now);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // the next run tries again
        }
    }

    private static void removeIfAbandoned(ControlDirectory directory, Instant now) {
        try {
            if (directory.lastChange().isBefore(now.minus(AGE)) && !directory.isInUse()) {
                directory.delete();
            }
        } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
            // it is another user's, or somebody removes it as well
        }
    }
}
