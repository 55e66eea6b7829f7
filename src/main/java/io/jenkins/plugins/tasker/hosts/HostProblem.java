package io.jenkins.plugins.tasker.hosts;

/**
 * Why a list of hosts or an inventory cannot be used.
 *
 * @param message what is wrong, without the offending text; never the text of a file
 * @param remedy how to correct it
 */
public record HostProblem(Code code, HostPlace place, String message, String remedy) {

    /** The codes of findings about lists of hosts (rule 13.3). */
    public enum Code {
        /** A name that no program should receive as an argument (rule 19.5). */
        E09,
        /** Too many hosts. */
        E43,
        /** An item that cannot be read. */
        E44,
        /** An unknown group, a circle of groups, or a group without an inventory. */
        E45,
        /** A file that cannot be read. */
        E46,
        /** A list without any host. */
        E47
    }

    /** Formats the problem for people: {@code hosts.txt, line 3, column 7: 'web[1-': message; remedy [E44]}. */
    @Override
    public String toString() {
        String where = place.toString();
        return (where.isEmpty() ? "" : where + ": ") + message + "; " + remedy + " [" + code + "]";
    }
}
