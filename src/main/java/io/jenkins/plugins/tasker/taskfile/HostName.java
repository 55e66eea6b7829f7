package io.jenkins.plugins.tasker.taskfile;

/** Checks host names before they become arguments of a program (rule 5.9). */
public final class HostName {

    private HostName() {}

    /** Returns whether the name is free of a leading {@code -}, of white space and of control characters. */
    public static boolean isAcceptable(String name) {
        return isAcceptableForNode(name) && name.chars().noneMatch(c -> WhiteSpace.is((char) c));
    }

    /**
     * Returns whether the name of a node, or an expression of labels, is acceptable. Unlike a host name it may contain
     * blanks, because no program receives it.
     */
    public static boolean isAcceptableForNode(String name) {
        return !name.startsWith("-") && name.chars().noneMatch(Character::isISOControl);
    }
}
