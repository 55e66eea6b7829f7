package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.agent.protocol.Question;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.validation.HostResolver;
import java.io.IOException;
import java.time.Duration;
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
