package io.jenkins.plugins.tasker.agent;

import hudson.remoting.Asynchronous;

/**
 * What the controller asks of the agent during one run. The agent exports it.
 *
 * <p>Asynchronous calls may overtake each other on their way, so each carries its number; the agent acts on them in the
 * order of the numbers, which start at 0 and have no gaps.
 */
public interface CommandSession {

    /** Starts a command; what becomes of it is told through {@link CommandReports} under the same id. */
    @Asynchronous
    void start(long number, int command, CommandOrder order);

    /**
     * Ends a command with all its descendants; nothing happens if it has ended.
     *
     * @param kill at once, without a grace
     */
    @Asynchronous
    void stop(long number, int command, boolean kill);

    /** Whether an executable file of this name stands on the PATH of the commands. */
    boolean onPath(String program);

    /** Whether a regular file of this name exists, seen from the working directory of the commands. */
    boolean fileExists(String path);

    /** Ends what still runs and gives back everything that the session holds on the agent. */
    void close();
}
