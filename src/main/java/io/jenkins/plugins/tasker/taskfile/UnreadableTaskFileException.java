package io.jenkins.plugins.tasker.taskfile;

/** The task file cannot be read; the message names the file and the remedy. */
public final class UnreadableTaskFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public UnreadableTaskFileException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The exit code of the run: 30 does not exist, 31 cannot be read, 33 permission denied (section 18). */
    public int exitCode() {
        return exitCode;
    }
}
