package io.jenkins.plugins.tasker.agent;

import java.time.Duration;
import java.util.function.Consumer;

/** Ends commands as unknown whose end the agent does not report in time. */
final class CommandDeadlines {

    private final String agent;
    private final SessionLimits limits;
    private final Consumer<AgentCommand> kill;

    /** @param kill sends the order to end an overdue command, in case that the agent still receives it */
    CommandDeadlines(String agent, SessionLimits limits, Consumer<AgentCommand> kill) {
        this.agent = agent;
        this.limits = limits;
        this.kill = kill;
    }

    /** Called when a command is started or found again. */
    void armEnd(AgentCommand command) {
        arm(command, limits.ofCommand(command), "its start");
    }

    /** Called when a command is to be ended. */
    void armStop(AgentCommand command) {
        arm(command, limits.ofStop(command), "the order to end it");
    }

    private void arm(AgentCommand command, Duration limit, String since) {
        command.arm(SessionLimits.after(limit, () -> {
            kill.accept(command);
            command.fail(
                    "the agent " + agent + " did not report its end within " + limit.toSeconds() + " s after " + since);
        }));
    }
}
