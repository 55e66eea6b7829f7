package io.jenkins.plugins.tasker.taskfile;

/** Which host names may be handed to a program (rule 5.9). */
public final class HostName {

    private HostName() {}

    /** Whether the name neither starts with {@code -} nor holds white space or control characters. */
    public static boolean isAcceptable(String name) {
        return !name.startsWith("-")
                && name.chars().noneMatch(c -> WhiteSpace.is((char) c) || Character.isISOControl(c));
    }
}
