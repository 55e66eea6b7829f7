package io.jenkins.plugins.tasker.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Permits sessions for one run in one JVM at a time. A Jenkins with a copy of the home directory would otherwise reattach to the commands
 * of the original, and end them. The operating system releases the lock when the JVM ends.
 *
 * <p>Sessions in the same JVM share the lock, because a new session may open before the earlier one has noticed that its connection is
 * lost.
 */
final class SessionLock implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(SessionLock.class.getName());
    private static final String FILE = "session";

    private static final Map<Path, Held> HELD = new HashMap<>();

    private static final class Held {
        private final FileChannel file;
        private int sessions;

        Held(FileChannel file) {
            this.file = file;
        }
    }

    private final Path path;
    private boolean closed;

    private SessionLock(Path path) {
        this.path = path;
    }

    /**
     * Acquires the lock of a run.
     *
     * @param control directory of the run; must exist
     * @throws RunInUseException if another JVM holds it
     * @throws IOException if its file cannot be created
     */
    static SessionLock acquire(Path control) throws IOException {
        Path path = control.toAbsolutePath();
        synchronized (HELD) {
            Held held = HELD.get(path);
            if (held == null) {
                held = new Held(lock(path.resolve(FILE)));
                HELD.put(path, held);
            }
            held.sessions++;
        }
        return new SessionLock(path);
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() == null) {
                file.close();
                throw new RunInUseException();
            }
        } catch (RunInUseException e) {
            throw e;
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The file system supports no locks; sessions of other JVMs are not noticed", e);
        }
        return file;
    }

    /** Releases the lock with the last session. */
    @Override
    public void close() {
        synchronized (HELD) {
            if (closed) {
                return;
            }
            closed = true;
            Held held = HELD.get(path);
            held.sessions--;
            if (held.sessions == 0) {
                HELD.remove(path);
                try {
                    held.file.close();
                } catch (IOException e) {
                    // the end of this JVM releases it
                }
            }
        }
    }
}
