package io.jenkins.plugins.tasker.run;

import java.time.Duration;

/**
 * How long a run waits for an agent whose connection was lost, or that is not back after a restart of Jenkins: five minutes,
 * or what the system property {@value #PROPERTY} of the controller says in seconds.
 */
public final class AgentPatience {

    static final String PROPERTY = "io.jenkins.plugins.tasker.agentPatienceSeconds";
    private static final int DEFAULT_SECONDS = 300;

    private AgentPatience() {}

    public static Duration get() {
        return Duration.ofSeconds(Math.max(0, Integer.getInteger(PROPERTY, DEFAULT_SECONDS)));
    }
}
