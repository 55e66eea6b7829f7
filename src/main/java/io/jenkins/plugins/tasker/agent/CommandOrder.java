package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.Command;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A {@link Command} on its way to the agent. */
public record CommandOrder(List<String> argv, Duration timeLimit, Map<String, String> environment)
        implements Serializable {

    static CommandOrder of(Command command) {
        return new CommandOrder(command.argv(), command.timeLimit(), command.environment());
    }

    Command command() {
        return new Command(argv, timeLimit, environment);
    }
}
