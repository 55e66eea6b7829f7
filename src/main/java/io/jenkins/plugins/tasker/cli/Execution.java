package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.LocalCommandRunner;
import io.jenkins.plugins.tasker.command.LocalPrograms;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.Level;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.RunSetting;
import io.jenkins.plugins.tasker.engine.WorkflowEngine;
import io.jenkins.plugins.tasker.journal.JournalWriter;
import io.jenkins.plugins.tasker.journal.Replay;
import io.jenkins.plugins.tasker.report.RunLog;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs a workflow with processes of this machine, and tells all who want to know. */
final class Execution {

    private final Workflow workflow;
    private final RunOptions options;
    private final ExecutionTypes types;
    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final Clock clock;

    Execution(
            Workflow workflow,
            RunOptions options,
            ExecutionTypes types,
            Map<String, String> environment,
            Path workingDirectory,
            Clock clock) {
        this.workflow = workflow;
        this.options = options;
        this.types = types;
        this.environment = environment;
        this.workingDirectory = workingDirectory;
        this.clock = clock;
    }

    /** @return the exit code of the run */
    int run(
            TaskSource source,
            List<RunSetting> settings,
            Path journal,
            boolean stream,
            Replay state,
            RunLog log,
            Terminal terminal)
            throws StartException {
        Optional<JournalWriter> record = options.dryRun() ? Optional.empty() : record(journal, log);
        try (LocalCommandRunner runner = new LocalCommandRunner(workingDirectory, environment)) {
            // The state first: the log asks it at the end. The record before the log: what is shown is safe.
            List<RunListener> listeners = new ArrayList<>(List.of(state));
            record.ifPresent(listeners::add);
            listeners.add(log);
            if (stream) {
                listeners.add(new LiveLines(log::always));
            }
            if (terminal.isInteractive()) {
                listeners.add(new GroupProgress(terminal::status));
            }
            RunListener all = new Listeners(listeners);
            WorkflowEngine engine = new WorkflowEngine(
                    workflow, options, types, runner, new LocalPrograms(workingDirectory, environment), all, clock);
            SignalHandling.install(engine::interrupt);
            all.event(new RunEvent.RunStarted(
                    clock.instant(),
                    UUID.randomUUID().toString(),
                    source.name(),
                    source.sha256(),
                    settings,
                    engine.start(),
                    options.dryRun()));
            return engine.run().exitCode();
        } catch (InterruptedException e) {
            throw new StartException(ExitCodes.INTERNAL_ERROR, "the run was cut off: its thread was interrupted");
        } finally {
            record.ifPresent(JournalWriter::close);
        }
    }

    private static Optional<JournalWriter> record(Path file, RunLog log) {
        try {
            return Optional.of(JournalWriter.create(file, lost -> log.write(Level.ERROR, lost)));
        } catch (IOException e) {
            log.write(Level.ERROR, "the run goes on without a record; it cannot be created: " + e.getMessage());
            return Optional.empty();
        }
    }
}
