package io.jenkins.plugins.tasker.command;

/** What can be run on the machine where commands run; on a Jenkins agent that is not the machine of the engine. */
public interface Programs {

    /** Whether an executable file of this name stands in a directory of PATH; false if the name holds a slash. */
    boolean onPath(String name);

    /** Whether a regular file of this name exists, seen from the working directory of the commands. */
    boolean fileExists(String path);
}
