package io.jenkins.plugins.tasker.agent;

import hudson.remoting.Asynchronous;
import java.io.IOException;
import java.time.Duration;

/** What the controller asks of the agent during one run. The agent exports it. */
public interface CommandSession {

    @Asynchronous
    void order(CommandOrder order);

    /** Whether an executable file of this name stands on the PATH of the commands. */
    boolean onPath(String program);

    /** Whether a regular file of this name exists, seen from the working directory of the commands. */
    boolean fileExists(String path);

    /** Fails if the agent cannot resolve the name; the message says why. */
    void resolve(String host) throws IOException;

    /** Whether the host answers the agent, by the platform's own test. */
    boolean isReachable(String host, Duration limit) throws IOException;

    /** Ends what still runs and gives back everything that the session holds on the agent. */
    void close();
}
