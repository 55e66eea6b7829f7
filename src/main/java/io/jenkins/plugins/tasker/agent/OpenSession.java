package io.jenkins.plugins.tasker.agent;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import jenkins.agents.ControllerToAgentCallable;

/**
 * Opens a session on the agent. The session outlives this call.
 *
 * @param workingDirectory of the commands, a path on the agent
 * @param remote false if the agent is the controller itself
 * @param control directory for the files of commands that outlive the JVM of the agent
 * @param environment added to the variables of the agent, as for every process of a build
 */
record OpenSession(
        String workingDirectory,
        boolean remote,
        Map<String, String> environment,
        String control,
        ReportReceiver reports)
        implements ControllerToAgentCallable<CommandSession, IOException> {

    @Override
    public CommandSession call() throws IOException {
        VirtualChannel controller = remote ? Channel.currentOrFail() : FilePath.localChannel;
        EnvVars all = new EnvVars(EnvVars.masterEnvVars).overrideAll(environment);
        AgentSession session = new AgentSession(Path.of(workingDirectory), all, Path.of(control), controller, reports);
        if (controller instanceof Channel channel) {
            Channel.Listener connection = new Channel.Listener() {
                @Override
                public void onClosed(Channel closed, IOException cause) {
                    session.detach();
                }
            };
            channel.addListener(connection);
            session.onClose(() -> channel.removeListener(connection));
        }
        return controller.export(CommandSession.class, session);
    }

    /** For thread dumps and logs. Omits the environment, and the reports: a proxy has no text. */
    @Override
    public String toString() {
        return "Tasker session in " + workingDirectory;
    }
}
