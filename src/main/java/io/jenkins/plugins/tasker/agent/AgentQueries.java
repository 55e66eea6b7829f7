package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.validation.HostResolver;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What is asked of an agent beside its commands.
 *
 * @param current waits while there is no connection
 * @param lost is told of a connection that does not answer
 */
record AgentQueries(Supplier<AgentConnection> current, Consumer<AgentConnection> lost) {

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

    private boolean ask(Predicate<CommandSession> question) {
        AgentConnection asked = current.get();
        try {
            return question.test(asked.session());
        } catch (RuntimeException e) {
            lost.accept(asked);
            return question.test(current.get().session());
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
