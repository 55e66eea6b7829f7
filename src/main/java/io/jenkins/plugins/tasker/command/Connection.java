package io.jenkins.plugins.tasker.command;

import java.util.List;

/**
 * The connection to a host that a command opens, and that other commands of the run could use as well (rule 5.14).
 *
 * @param argv program and arguments up to the host name, without the command
 * @param reused whether the run is known to use the connection again
 */
public record Connection(List<String> argv, boolean reused) {

    public Connection {
        argv = List.copyOf(argv);
    }
}
