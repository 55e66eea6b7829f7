package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How long the controller waits for an agent. Its own clock decides, so a run ends whatever the agent and its connection do.
 *
 * @param reconnect time that an agent has to reconnect after its connection was lost
 * @param opening time that an agent has to open a session
 * @param margin time after the time limit of a command and the grace of its end in which the agent must report the end
 * @param stopping time after an order to end a command, and the grace of its end, in which the agent must report the end
 * @param closing time that an agent has to close a session
 */
record SessionLimits(Duration reconnect, Duration opening, Duration margin, Duration stopping, Duration closing) {

    /** Time between TERM and KILL (rule 5.12). */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final ScheduledExecutorService TIMER = DaemonThreads.timer("tasker-deadline");

    static SessionLimits standard(Duration reconnect) {
        return new SessionLimits(
                reconnect,
                Duration.ofMinutes(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
    }

    /** Time from the order to start a command to the end of its report. */
    Duration ofCommand(AgentCommand command) {
        return command.timeLimit().plus(GRACE).plus(margin);
    }

    /** Time from the order to end a command to the end of its report. */
    Duration ofStop(AgentCommand command) {
        return command.isKilled() ? stopping : stopping.plus(GRACE);
    }

    static Future<?> after(Duration time, Runnable action) {
        return TIMER.schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
