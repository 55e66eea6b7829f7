package io.jenkins.plugins.tasker.taskfile;

/** Thrown if a task file cannot be read. The message names the file and a remedy. */
public final class UnreadableTaskFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public UnreadableTaskFileException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /**
     * Returns the exit code of the run: 30 if the file does not exist, 31 if it is unreadable, 33 if permission is
     * denied (section 18).
     */
    public int exitCode() {
        return exitCode;
    }
}
