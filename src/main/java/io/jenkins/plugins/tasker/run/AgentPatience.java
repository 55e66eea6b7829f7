package io.jenkins.plugins.tasker.run;

import java.time.Duration;

/**
 * How long a run waits for an agent whose connection was lost, or that is not back after a restart of Jenkins: fifteen
 * minutes, or what the system property {@value #PROPERTY} of the controller says in seconds. Less than nine would lose runs
 * to half-open connections: so long Remoting's own pings may take to find that there is nobody at the other end.
 */
public final class AgentPatience {

    static final String PROPERTY = "io.jenkins.plugins.tasker.agentPatienceSeconds";
    private static final int DEFAULT_SECONDS = 900;

    private AgentPatience() {}

    public static Duration get() {
        return Duration.ofSeconds(Math.max(0, Integer.getInteger(PROPERTY, DEFAULT_SECONDS)));
    }
}
