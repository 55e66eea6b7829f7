package io.jenkins.plugins.tasker.command.ssh;

import java.util.ArrayList;
import java.util.List;

/**
 * The command lines that open, use and close shared connections. OpenSSH uses the first of repeated options, so these precede
 * those of the execution type and outrank the configuration of the user.
 *
 * @param directory holds the sockets
 */
record SshCommands(String directory) {

    /** Seconds after which a master without sessions exits; a limit for masters that nothing closes. */
    static final int PERSIST_SECONDS = 60;

    private static final String CREATE =
            "[ -d \"$1\" ] || mkdir -m 700 \"$1\"; shift; exec \"$@\" </dev/null >/dev/null 2>&1";

    private static final String CLOSE = """
            if ! pkill -f "^ssh: $1/" 2>/dev/null; then
              for socket in "$1"/*; do
                "$2" -o ControlPath="$socket" -O exit closing </dev/null >/dev/null 2>&1
              done
            fi
            rm -rf "$1"
            """;

    /**
     * Returns the command that opens a connection and ends when it is open. The master remains in the background, and holds
     * neither the input nor the outputs of the command.
     */
    List<String> open(List<String> connection, String socket) {
        List<String> argv = new ArrayList<>(List.of("sh", "-c", CREATE, "sh", directory, connection.get(0)));
        argv.addAll(List.of("-M", "-N", "-f", "-o", path(socket)));
        argv.addAll(List.of("-o", "ControlPersist=" + PERSIST_SECONDS));
        argv.addAll(List.of("-o", "ClearAllForwardings=yes"));
        argv.addAll(List.of("-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=3"));
        argv.addAll(connection.subList(1, connection.size()));
        return argv;
    }

    /** Returns the command that uses a connection; without its master it opens one of its own. */
    List<String> over(String socket, List<String> command) {
        List<String> argv = new ArrayList<>(List.of(command.get(0), "-o", path(socket), "-o", "ControlMaster=no"));
        argv.addAll(command.subList(1, command.size()));
        return argv;
    }

    /**
     * Returns the command that closes all connections and deletes the directory. It finds the masters by their title, which holds
     * the path of the socket; where that fails it connects to one after another.
     */
    List<String> close(String program) {
        return List.of("sh", "-c", CLOSE, "sh", directory, program);
    }

    private String path(String socket) {
        return "ControlPath=" + directory + "/" + socket;
    }
}
