package io.jenkins.plugins.tasker.validation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * Looks up host names on the machine where commands run, which on a Jenkins agent differs from the machine of the
 * engine. Both methods may block; the caller limits the time.
 */
public interface HostResolver {

    /**
     * Looks up a name.
     *
     * @throws IOException if the name does not resolve; the message gives the reason
     */
    void resolve(String host) throws IOException;

    /**
     * Returns whether the host answers the platform's own reachability test, which replaces a missing {@code ping}
     * program.
     */
    boolean isReachable(String host, Duration limit) throws IOException;

    /** Returns a resolver for this machine. */
    static HostResolver local() {
        return new HostResolver() {
            @Override
            public void resolve(String host) throws IOException {
                if (host.isEmpty()) {
                    // The JDK resolves an empty name to this machine.
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
