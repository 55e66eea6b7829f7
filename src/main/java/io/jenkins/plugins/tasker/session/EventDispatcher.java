package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.JournalWriter;
import io.jenkins.plugins.tasker.journal.RecordedEvents;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Dispatches the events of the engine to state, journal, listeners of output, log and other listeners, in that order. A dry
 * run has no journal.
 */
final class EventDispatcher implements RunListener, AutoCloseable {

    private final RunRequest request;
    private final Optional<JournalWriter> journal;
    private final List<RunListener> listeners;

    private EventDispatcher(RunRequest request, RunObservers observers, Optional<JournalWriter> journal) {
        this.request = request;
        this.journal = journal;
        // The log reads the state when the run ends. An event is logged after it is recorded, so that the journal
        // holds every event that the log shows.
        this.listeners = new ArrayList<>(List.of(observers.state()));
        journal.ifPresent(listeners::add);
        // What a command printed precedes its exit code, even an unfinished line.
        observers.others().stream().filter(RunListener::wantsOutput).forEach(listeners::add);
        listeners.add(observers.log());
        observers.others().stream().filter(other -> !other.wantsOutput()).forEach(listeners::add);
    }

    /** @param recorded events of the run before it was interrupted; only the state receives them again */
    static EventDispatcher start(RunRequest request, RunObservers observers, RecordedEvents recorded)
            throws SessionEndedException {
        try {
            recorded.forEach(observers.state()::event);
        } catch (IOException e) {
            throw new SessionEndedException(ExitCodes.UNREADABLE_FILE, e.getMessage());
        }
        return new EventDispatcher(
                request, observers, request.mode().dryRun() ? Optional.empty() : journal(request, observers, recorded));
    }

    /** @throws SessionEndedException with 32 if the record cannot be written; then nothing starts (rule 16.12) */
    private static Optional<JournalWriter> journal(RunRequest request, RunObservers observers, RecordedEvents recorded)
            throws SessionEndedException {
        Consumer<String> whenLost = message -> observers.log().write(Level.ERROR, message);
        try {
            return Optional.of(
                    recorded.isEmpty()
                            ? request.journal().create(whenLost)
                            : JournalWriter.append(request.journal().path(), whenLost));
        } catch (IOException e) {
            throw new SessionEndedException(
                    ExitCodes.NO_LOG_DIRECTORY, "the record cannot be written, so nothing starts: " + e.getMessage());
        }
    }

    /** @param settings all settings in use, with their sources */
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
    public boolean isRecording() {
        return journal.map(JournalWriter::isRecording).orElse(true);
    }

    @Override
    public void whenDurable(RunEvent.TaskStarted start, Runnable action) {
        journal.ifPresentOrElse(writer -> writer.whenDurable(start, action), action);
    }

    @Override
    public void endTurn() {
        journal.ifPresent(JournalWriter::endTurn);
    }

    @Override
    public long recordBytes() {
        return journal.map(JournalWriter::recordBytes).orElse(0L);
    }

    @Override
    public boolean wantsOutput() {
        return listeners.stream().anyMatch(RunListener::wantsOutput);
    }

    @Override
    public boolean wantsOutput(int members) {
        return listeners.stream().anyMatch(listener -> listener.wantsOutput(members));
    }

    @Override
    public void close() {
        journal.ifPresent(JournalWriter::close);
    }
}
