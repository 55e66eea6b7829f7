package io.jenkins.plugins.tasker.validation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * Looks up names on the machine where commands run; on a Jenkins agent that is not the machine of the engine. May block:
 * whoever waits for it sets the limit.
 */
public interface HostResolver {

    /** @throws IOException if the name does not resolve; the message says why */
    void resolve(String host) throws IOException;

    /** Whether the host answers, by the platform's own test; used where there is no program {@code ping}. */
    boolean isReachable(String host, Duration limit) throws IOException;

    /** The names that this JVM's machine knows. */
    static HostResolver local() {
        return new HostResolver() {
            @Override
            public void resolve(String host) throws IOException {
                if (host.isEmpty()) {
                    // The JDK would take it for this machine.
                    throw new UnknownHostException("the name is empty");
                }
                InetAddress.getByName(host);
            }

            @Override
            public boolean isReachable(String host, Duration limit) throws IOException {
                return InetAddress.getByName(host).isReachable((int) limit.toMillis());
            }
        };
    }
}
