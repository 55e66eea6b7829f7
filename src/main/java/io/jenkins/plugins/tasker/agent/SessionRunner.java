package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.detached.DetachedCommandRunner;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.process.LocalCommandRunner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What runs the commands of a session: where there is a POSIX shell they outlive the session, elsewhere they end with it.
 *
 * @param closing ends what still runs
 * @param leaving lets go of what can be taken up again
 */
record SessionRunner(CommandRunner commands, Runnable closing, Runnable leaving) {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    static SessionRunner of(Path workingDirectory, Map<String, String> environment, Path control) throws IOException {
        if (WINDOWS) {
            LocalCommandRunner local = new LocalCommandRunner(workingDirectory, environment);
            return new SessionRunner(local, local::close, local::close);
        }
        boolean known = DetachedCommandRunner.isKnown(control);
        DetachedCommandRunner detached = new DetachedCommandRunner(workingDirectory, environment, control);
        return new SessionRunner(known ? detached : withoutPast(detached, control), detached::close, detached::leave);
    }

    /** What was there may have run, so nothing of it may be started as if it had not. */
    private static CommandRunner withoutPast(CommandRunner runner, Path control) {
        return new CommandRunner() {
            @Override
            public RunningCommand start(Command command, OutputListener listener) {
                return runner.start(command, listener);
            }

            @Override
            public RunningCommand reattach(Command command, OutputListener listener) {
                return RunningCommand.unknown(
                        control + ", where it would have left its result, is gone from the agent");
            }
        };
    }

    void close() {
        closing.run();
    }

    void leave() {
        leaving.run();
    }
}
