package io.jenkins.plugins.tasker.command.detached;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands in a container whose processes this JVM cannot see. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
abstract class RunsInContainer {

    @TempDir
    Path directory;

    Container container;

    @BeforeEach
    void startContainer() throws Exception {
        assumeTrue(Container.isPossible(), "needs the permission to create namespaces");
        container = Container.start("export IMAGE=alpine");
    }

    @AfterEach
    void stopContainer() throws Exception {
        if (container != null) {
            container.close();
        }
    }

    final Path control() {
        return directory.resolve("w@tmp/tasker-1");
    }

    final ContainedCommandRunner runner() throws IOException {
        return runner(container);
    }

    final ContainedCommandRunner runner(ShellLauncher launcher) throws IOException {
        return new ContainedCommandRunner(directory, control(), launcher);
    }

    static CommandResult run(ContainedCommandRunner runner, Command command) throws Exception {
        return end(runner.start(command, OutputListener.NONE));
    }

    static CommandResult end(RunningCommand command) throws Exception {
        return command.result().get(60, TimeUnit.SECONDS);
    }

    final Path appeared(String name) throws Exception {
        Path file = directory.resolve(name);
        while (!Files.exists(file)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return file;
    }
}
