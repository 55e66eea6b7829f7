package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.util.HashMap;
import java.util.Map;

/** A command runner that outlives the engine: its commands keep running, and a later engine can reattach to them. */
final class EngineHarness implements CommandRunner {

    private final ScriptedRunner runner = new ScriptedRunner();
    private final Map<String, RunningCommand> commands = new HashMap<>();

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        assertThat(commands).as("started once").doesNotContainKey(command.id());
        RunningCommand started = runner.start(command, listener);
        commands.put(command.id(), started);
        return started;
    }

    @Override
    public RunningCommand reattach(Command command, OutputListener listener) {
        RunningCommand known = commands.get(command.id());
        return known == null ? start(command, listener) : known;
    }

    /** Returns the number of commands started by all engines. */
    int started() {
        return commands.size();
    }
}
