package io.jenkins.plugins.tasker.credentials;

import hudson.FilePath;
import hudson.model.TaskListener;
import hudson.slaves.WorkspaceList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes files on the agent that only the agent's user can read. They have their own directory next to the workspace, which
 * the workspace browser does not show. The first file creates the directory, and {@link #close} deletes it.
 */
public final class SecretFiles implements AutoCloseable {

    private static final int OWNER_READS = 0400;
    private static final int OWNER_EXECUTES = 0500;
    private static final int OWNER_ALL = 0700;

    private final String name;
    private final FilePath workspace;
    private final TaskListener console;
    private Optional<FilePath> directory = Optional.empty();

    /**
     * @param owner unique id of the run; a continued run has the same id and replaces the files, so that none remain
     */
    public SecretFiles(String owner, FilePath workspace, TaskListener console) {
        this.name = "tasker-" + UUID.nameUUIDFromBytes(owner.getBytes(StandardCharsets.UTF_8));
        this.workspace = workspace;
        this.console = console;
    }

    /** Returns the path on the agent. */
    String file(String name, InputStream content) throws IOException, InterruptedException {
        return write(name, content, OWNER_READS);
    }

    /** Returns the path on the agent. */
    String program(String name, InputStream content) throws IOException, InterruptedException {
        return write(name, content, OWNER_EXECUTES);
    }

    private String write(String name, InputStream content, int mode) throws IOException, InterruptedException {
        FilePath file = directory().child(name);
        file.copyFrom(content);
        file.chmod(mode);
        return file.getRemote();
    }

    private FilePath directory() throws IOException, InterruptedException {
        if (directory.isEmpty()) {
            FilePath parent = WorkspaceList.tempDir(workspace);
            if (parent == null) {
                throw new IOException(Messages.SecretFiles_noDirectory(workspace));
            }
            FilePath created = parent.child(name);
            directory = Optional.of(created);
            created.deleteRecursive();
            created.mkdirs();
            created.chmod(OWNER_ALL);
        }
        return directory.get();
    }

    /** Deletes the files, even while the build is being aborted. Logs a failure to the console. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            if (directory.isPresent()) {
                directory.get().deleteRecursive();
            }
        } catch (IOException e) {
            logFailure(e);
        } catch (InterruptedException e) {
            logFailure(e);
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void logFailure(Exception reason) {
        console.getLogger().println(Messages.SecretFiles_notDeleted(directory.orElseThrow(), reason.getMessage()));
    }
}
