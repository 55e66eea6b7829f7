package io.jenkins.plugins.tasker.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command that is ready to start: the argv that the operating system receives, without a shell.
 *
 * @param id names the command in its run, for {@link CommandRunner#reattach}; empty by default
 * @param argv program and arguments; never empty
 * @param timeLimit time after the start at which the command is terminated with all its descendants (rule 5.12)
 * @param environment variables added to the inherited environment; empty by default
 * @param node name of the node that runs the command, from {@link CommandRunner#node}; empty, the default, for the machine
 *     of the run
 * @param connection the connection that the command opens; empty, the default, if others cannot use it
 */
public record Command(
        String id,
        List<String> argv,
        Duration timeLimit,
        Map<String, String> environment,
        String node,
        Optional<Connection> connection) {

    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    public Command(List<String> argv, Duration timeLimit) {
        this(argv, timeLimit, Map.of());
    }

    public Command(String id, List<String> argv, Duration timeLimit, Map<String, String> environment, String node) {
        this(id, argv, timeLimit, environment, node, Optional.empty());
    }

    /** Returns the command with its connection. */
    public Command over(Optional<Connection> used) {
        return new Command(id, argv, timeLimit, environment, node, used);
    }

    /** Omits the environment, which may contain secrets. */
    @Override
    public String toString() {
        return display() + ", at most " + timeLimit;
    }

    public Command(List<String> argv, Duration timeLimit, Map<String, String> environment) {
        this("", argv, timeLimit, environment, "");
    }

    /** Returns the words joined by blanks, as logs show a command line (rule 16.2). A node and a colon precede them. */
    public String display() {
        String words = String.join(" ", argv);
        return node.isEmpty() ? words : node + ": " + words;
    }
}
