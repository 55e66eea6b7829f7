package io.jenkins.plugins.tasker.taskfile;

/** Which host names may be handed to a program (rule 5.9). */
public final class HostName {

    private HostName() {}

    /** Whether the name neither starts with {@code -} nor holds white space or control characters. */
    public static boolean isAcceptable(String name) {
        return isAcceptableForNode(name) && name.chars().noneMatch(c -> WhiteSpace.is((char) c));
    }

    /** The same for the name of a node, or an expression of labels, which no program gets: blanks may be in it. */
    public static boolean isAcceptableForNode(String name) {
        return !name.startsWith("-") && name.chars().noneMatch(Character::isISOControl);
    }
}
