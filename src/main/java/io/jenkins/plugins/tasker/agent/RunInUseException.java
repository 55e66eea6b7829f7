package io.jenkins.plugins.tasker.agent;

import java.io.IOException;

/** Another JVM has a session for the same run, for example the agent of a Jenkins with a copy of the same home directory. */
public final class RunInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    RunInUseException() {
        super("another Jenkins, or an earlier connection of this agent, controls the commands of this run");
    }
}
