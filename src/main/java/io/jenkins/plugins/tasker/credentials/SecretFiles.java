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
 * Files on the agent that only the user of the agent can read: in a directory of their own beside the workspace, where no
 * browser of the workspace shows them. The directory is made with the first file, and goes with {@link #close}.
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
     * @param owner tells this run from all others, and is the same again if the run goes on after a restart of Jenkins; then
     *     its files are made anew in the same place, so that nothing is left behind
     */
    public SecretFiles(String owner, FilePath workspace, TaskListener console) {
        this.name = "tasker-" + UUID.nameUUIDFromBytes(owner.getBytes(StandardCharsets.UTF_8));
        this.workspace = workspace;
        this.console = console;
    }

    /** @return the path, as the agent names it */
    String file(String name, InputStream content) throws IOException, InterruptedException {
        return write(name, content, OWNER_READS);
    }

    /** @return the path, as the agent names it */
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
                throw new IOException("the workspace " + workspace + " has no directory beside it for secret files");
            }
            FilePath made = parent.child(name);
            directory = Optional.of(made);
            made.deleteRecursive();
            made.mkdirs();
            made.chmod(OWNER_ALL);
        }
        return directory.get();
    }

    /** Removes the files, also if the build is being aborted. A failure is told, and nothing else. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            if (directory.isPresent()) {
                directory.get().deleteRecursive();
            }
        } catch (IOException e) {
            notRemoved(e);
        } catch (InterruptedException e) {
            notRemoved(e);
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void notRemoved(Exception reason) {
        console.getLogger()
                .println("[WARN] The files of credentials in " + directory.orElseThrow()
                        + " on the agent could not be removed, please remove them: " + reason.getMessage());
    }
}
