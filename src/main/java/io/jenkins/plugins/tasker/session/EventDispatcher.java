package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.JournalWriter;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Passes on what the engine tells, in the right order, and keeps the record of a real run. */
final class EventDispatcher implements RunListener, AutoCloseable {

    private final RunRequest request;
    private final Optional<JournalWriter> journal;
    private final List<RunListener> listeners;

    private EventDispatcher(RunRequest request, RunObservers audience, Optional<JournalWriter> journal) {
        this.request = request;
        this.journal = journal;
        // The state first: the log asks it at the end. The record before the log: what is shown is safe.
        this.listeners = new ArrayList<>(List.of(audience.state()));
        journal.ifPresent(listeners::add);
        listeners.add(audience.log());
        listeners.addAll(audience.others());
    }

    /** @param recorded what is recorded already of a run that is continued; only the state is told of it again */
    static EventDispatcher start(RunRequest request, RunObservers audience, List<RunEvent> recorded) {
        recorded.forEach(audience.state()::event);
        return new EventDispatcher(
                request, audience, request.mode().dryRun() ? Optional.empty() : journal(request, audience, recorded));
    }

    private static Optional<JournalWriter> journal(RunRequest request, RunObservers audience, List<RunEvent> recorded) {
        Consumer<String> whenLost = lost -> audience.log().write(Level.ERROR, lost);
        try {
            return Optional.of(
                    recorded.isEmpty()
                            ? JournalWriter.create(request.journal(), whenLost)
                            : JournalWriter.append(request.journal(), whenLost));
        } catch (IOException e) {
            audience.log()
                    .write(Level.ERROR, "the run goes on without a record, which cannot be made: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** @param settings all that were used, with where each came from */
    void started(Instant now, TaskId start, List<SettingSource> settings) {
        event(new RunEvent.RunStarted(
                now,
                UUID.randomUUID().toString(),
                start,
                request.input().fileName(),
                settings,
                request.input().content().sha256(),
                request.mode().dryRun()));
    }

    @Override
    public void event(RunEvent event) {
        listeners.forEach(listener -> listener.event(event));
    }

    @Override
    public void output(TaskKey task, OutputStreamName stream, String text) {
        listeners.forEach(listener -> listener.output(task, stream, text));
    }

    @Override
    public boolean wantsOutput() {
        return listeners.stream().anyMatch(RunListener::wantsOutput);
    }

    @Override
    public void close() {
        journal.ifPresent(JournalWriter::close);
    }
}
