package io.jenkins.plugins.tasker.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One command that is ready to be started: the argv as the operating system gets it, without a shell around it.
 *
 * @param argv program and arguments; never empty
 * @param timeLimit time from the start after which the command is terminated with all its descendants (rule 5.12)
 * @param environment variables added to the inherited environment; empty by default
 * @param id names the command within its run, for {@link CommandRunner#reattach}; empty by default
 * @param node on which it runs, as {@link CommandRunner#node} calls it; empty, the default, for the machine of the run
 */
public record Command(String id, List<String> argv, Duration timeLimit, Map<String, String> environment, String node) {

    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    public Command(List<String> argv, Duration timeLimit) {
        this(argv, timeLimit, Map.of());
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return display() + ", at most " + timeLimit;
    }

    public Command(List<String> argv, Duration timeLimit, Map<String, String> environment) {
        this("", argv, timeLimit, environment, "");
    }

    /** The words joined by blanks, as the log shows a command line (rule 16.2), behind the node if it is on one. */
    public String display() {
        String words = String.join(" ", argv);
        return node.isEmpty() ? words : node + ": " + words;
    }
}
