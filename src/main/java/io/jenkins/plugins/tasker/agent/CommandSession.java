package io.jenkins.plugins.tasker.agent;

import hudson.remoting.Asynchronous;
import java.io.IOException;
import java.time.Duration;

/** A session of one run on the agent, which exports it to the controller. */
public interface CommandSession {

    @Asynchronous
    void submit(CommandOrder order);

    /** Whether a directory of the commands' PATH holds an executable file of this name. */
    boolean onPath(String program);

    /** Whether a regular file exists; relative paths start at the working directory of the commands. */
    boolean fileExists(String path);

    /**
     * Resolves a host name on the agent.
     *
     * @throws IOException with the reason if the agent cannot resolve the name
     */
    void resolve(String host) throws IOException;

    /** Whether the host answers the agent, by the test of its platform. */
    boolean isReachable(String host, Duration limit) throws IOException;

    /** Kills the commands that still run and releases all resources of the session. */
    void close();
}
