package io.jenkins.plugins.tasker.hosts;

/** Thrown if a file of hosts or an inventory cannot be read. The message neither names the file nor shows its text. */
public final class UnreadableHostFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public UnreadableHostFileException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
