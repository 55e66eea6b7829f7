package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Question;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.validation.HostResolver;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks the agent of a run about its programs and about other hosts.
 *
 * @param current returns the connection; waits while there is none
 * @param onLost called with a connection that does not answer
 */
record AgentQueries(Supplier<AgentConnection> current, Consumer<AgentConnection> onLost) {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A container may be slow to start a process, and a shell is started twice where FIFOs do not connect. */
    private static final Duration SHELL_LIMIT = Duration.ofMinutes(5);

    Programs programs() {
        return new Programs() {
            @Override
            public boolean onPath(String name) {
                return ask(Question.Kind.ON_PATH, name);
            }

            @Override
            public boolean fileExists(String path) {
                return ask(Question.Kind.FILE_EXISTS, path);
            }

            @Override
            public boolean isFileOrProgram(String text) {
                return ask(Question.Kind.FILE_OR_PROGRAM, text);
            }
        };
    }

    private boolean ask(Question.Kind kind, String text) {
        try {
            return ask(Question.about(kind, text), LIMIT).value() == 1;
        } catch (IOException e) {
            throw new UnknownEndException("the agent cannot search for '" + text + "': " + e.getMessage());
        }
    }

    private Report.Answer ask(Question question, Duration limit) throws IOException {
        while (true) {
            AgentConnection connection = current.get();
            try {
                return connection.ask(question, limit);
            } catch (LostConnectionException e) {
                onLost.accept(connection);
            }
        }
    }

    /**
     * Starts the shell of a session whose launcher is decorated. Does nothing for other sessions.
     *
     * @throws IOException if the shell does not start; the message names the decorator and the reason
     */
    void checkShell(AgentConnector agent) throws IOException, InterruptedException {
        Optional<String> decorator = agent.decorator();
        if (decorator.isPresent()) {
            try {
                ask(Question.about(Question.Kind.SHELL, ""), SHELL_LIMIT);
            } catch (IOException | UnknownEndException e) {
                if (Thread.interrupted()) {
                    throw (InterruptedException) new InterruptedException().initCause(e);
                }
                throw new IOException(
                        "commands cannot start through " + decorator.get() + ", which surrounds this step: "
                                + e.getMessage()
                                + ". Tasker needs a POSIX shell there, and the workspace with its directory "
                                + "WORKSPACE@tmp at the same paths",
                        e);
            }
        }
    }

    HostResolver hosts() {
        return new HostResolver() {
            @Override
            public void resolve(String host) throws IOException {
                ask(Question.about(Question.Kind.RESOLVES, host), LIMIT);
            }

            @Override
            public boolean isReachable(String host, Duration limit) throws IOException {
                return ask(Question.isReachable(host, limit), limit.plus(LIMIT)).value() == 1;
            }
        };
    }
}
