package io.jenkins.plugins.tasker.agent;

import hudson.EnvVars;
import hudson.remoting.Channel;
import hudson.remoting.RemoteOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import jenkins.agents.ControllerToAgentCallable;

/**
 * Opens a session on the agent and returns the stream for its orders. The session outlives this call.
 *
 * @param workingDirectory of the commands, a path on the agent
 * @param remote false if the agent is the controller itself
 * @param control directory for the files of commands that outlive the JVM of the agent
 * @param contained whether the controller starts the shell of the commands through the launcher of the build
 * @param environment added to the variables of the agent, as for every process of a build
 */
record OpenSession(
        String workingDirectory,
        boolean remote,
        Map<String, String> environment,
        String control,
        boolean contained,
        RemoteOutputStream reports)
        implements ControllerToAgentCallable<RemoteOutputStream, IOException> {

    @Override
    public RemoteOutputStream call() throws IOException {
        EnvVars all = new EnvVars(EnvVars.masterEnvVars).overrideAll(environment);
        AgentSession session = new AgentSession(Path.of(workingDirectory), all, Path.of(control), contained, reports);
        if (remote) {
            Channel channel = Channel.currentOrFail();
            Channel.Listener connection = new Channel.Listener() {
                @Override
                public void onClosed(Channel closed, IOException cause) {
                    session.detach();
                }
            };
            channel.addListener(connection);
            session.onEnd(() -> channel.removeListener(connection));
            if (channel.isClosingOrClosed()) {
                session.detach();
            }
        }
        return new RemoteOutputStream(session.orders());
    }

    /** For thread dumps and logs. Omits the environment, and the reports: a stream has no text. */
    @Override
    public String toString() {
        return "Tasker session in " + workingDirectory;
    }
}
