package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import io.jenkins.plugins.tasker.agent.AgentCommandRunner;
import io.jenkins.plugins.tasker.agent.AgentLostException;
import io.jenkins.plugins.tasker.agent.ReadTaskFile;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.engine.Interrupt;
import io.jenkins.plugins.tasker.engine.Level;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.WorkflowEngine;
import io.jenkins.plugins.tasker.journal.JournalWriter;
import io.jenkins.plugins.tasker.journal.Replay;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.LogSink;
import io.jenkins.plugins.tasker.report.RunLog;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of a task file within a build, on the agent of the build; the same for every kind of job.
 *
 * <p>{@link #run()} occupies its thread to the end. {@link #abort()} may come at any time: before the engine exists it
 * keeps the engine from starting; the first one while it runs terminates the commands, a further one kills them.
 */
public final class JenkinsRun {

    private final String file;
    private final RunPlace place;
    private final Clock clock = Clock.systemDefaultZone();
    private final Replay state = new Replay();
    private final RunLog log;
    private WorkflowEngine engine;
    private boolean aborted;

    public JenkinsRun(String file, RunPlace place) {
        this.file = file;
        this.place = place;
        this.log = new RunLog(
                Level.INFO,
                clock,
                state::record,
                List.of(LogSink.to(place.console().getLogger())));
    }

    /**
     * @return how the run ended
     * @throws AbortException if it cannot start or cannot be brought to its end; the message says why
     */
    public RunRecord run() throws IOException, InterruptedException {
        place.workspace().mkdirs();
        TaskFileReader.Content content = read();
        Workflow workflow = Workflow.of(TaskFileParser.parse(content.text()), Map.of());
        RunDirectory directory = RunDirectory.create(place.build());
        try (JournalWriter journal = JournalWriter.create(directory.journal(), lost -> log.write(Level.ERROR, lost));
                AgentCommandRunner runner = new AgentCommandRunner(place.workspace(), place.environment())) {
            // The state first: the log asks it at the end. The journal before the log: what is shown is safe.
            List<RunListener> listeners = List.of(state, journal, log);
            run(content, workflow, runner, event -> listeners.forEach(listener -> listener.event(event)));
        }
        return state.record();
    }

    private void run(TaskFileReader.Content content, Workflow workflow, AgentCommandRunner runner, RunListener listener)
            throws IOException, InterruptedException {
        RunOptions options = new RunOptions(
                RunOptions.DEFAULT_EXECUTION_TYPE,
                RunOptions.DEFAULT_TIME_LIMIT,
                false,
                false,
                Optional.empty(),
                Map.of(),
                Secrets.NONE);
        WorkflowEngine made = new WorkflowEngine(
                workflow, options, ExecutionTypes.builtIn(), runner, runner.programs(), listener, clock);
        set(made);
        listener.event(new RunEvent.RunStarted(
                clock.instant(),
                UUID.randomUUID().toString(),
                file,
                content.sha256(),
                List.of(),
                made.start(),
                options.dryRun()));
        try {
            made.run();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof AgentLostException lost) {
                throw new AbortException(lost.getMessage());
            }
            throw e;
        }
    }

    private TaskFileReader.Content read() throws IOException, InterruptedException {
        try {
            return TaskFileReader.content(
                    file, place.workspace().act(new ReadTaskFile(file)).bytes());
        } catch (UnreadableTaskFileException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private synchronized void set(WorkflowEngine made) {
        engine = made;
        if (aborted) {
            engine.interrupt(Interrupt.ABORT);
        }
    }

    public synchronized void abort() {
        aborted = true;
        if (engine != null) {
            engine.interrupt(Interrupt.ABORT);
        }
    }
}
