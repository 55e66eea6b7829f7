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
 * Opens a session on the agent, which lives on when this call has returned.
 *
 * @param workingDirectory of the commands, as the agent names it
 * @param remote whether the agent is not the controller itself
 * @param control where commands leave what must outlive this JVM
 * @param environment added to the agent's own, as Jenkins does it for every process of a build
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
                    session.leave();
                }
            };
            channel.addListener(connection);
            session.whenClosed(() -> channel.removeListener(connection));
        }
        return controller.export(CommandSession.class, session);
    }

    /** For thread dumps and logs, which must not show the environment; nor can a proxy be asked for its text. */
    @Override
    public String toString() {
        return "Tasker session in " + workingDirectory;
    }
}
