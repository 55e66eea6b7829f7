package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.validation.HostResolver;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks the agent of a run about its programs and about other hosts.
 *
 * @param current returns the connection; waits while there is none
 * @param onLost called with a connection that does not answer
 */
record AgentQueries(Supplier<AgentConnection> current, Consumer<AgentConnection> onLost) {

    Programs programs() {
        return new Programs() {
            @Override
            public boolean onPath(String name) {
                return ask(session -> session.onPath(name));
            }

            @Override
            public boolean fileExists(String path) {
                return ask(session -> session.fileExists(path));
            }
        };
    }

    private boolean ask(Predicate<CommandSession> query) {
        AgentConnection connection = current.get();
        try {
            return query.test(connection.session());
        } catch (RuntimeException e) {
            onLost.accept(connection);
            return query.test(current.get().session());
        }
    }

    HostResolver hosts() {
        return new HostResolver() {
            @Override
            public void resolve(String host) throws IOException {
                current.get().session().resolve(host);
            }

            @Override
            public boolean isReachable(String host, Duration limit) throws IOException {
                return current.get().session().isReachable(host, limit);
            }
        };
    }
}
