package io.jenkins.plugins.tasker.command;

import java.io.File;

/** The programs that commands of a run can use. They belong to the machine of the commands, which can be a Jenkins agent. */
public interface Programs {

    /** Whether the system searches PATH for this program; a name with a separator names a file. */
    static boolean isPlainName(String program) {
        return program.indexOf('/') < 0 && program.indexOf(File.separatorChar) < 0;
    }

    /** Whether a directory of PATH holds an executable file of this name; false if the name contains a slash. */
    boolean onPath(String name);

    /**
     * Whether a regular file of this name exists.
     *
     * @param path relative paths start at the working directory of the commands
     */
    boolean fileExists(String path);

    /** Whether a regular file of this name exists, or PATH has a program of this name. */
    default boolean isFileOrProgram(String text) {
        return fileExists(text) || onPath(text);
    }

    /** Whether a program exists: a plain name on PATH, any other name as a file. */
    default boolean isAvailable(String program) {
        return isPlainName(program) ? onPath(program) : fileExists(program);
    }
}
