package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.Interrupt;
import io.jenkins.plugins.tasker.journal.RecordedEvents;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.UnreadableJournalException;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import io.jenkins.plugins.tasker.text.OnHost;
import io.jenkins.plugins.tasker.web.RunDirectory;
import io.jenkins.plugins.tasker.web.RunRegistration;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run that a restart or crash of Jenkins interrupted, with its files in the directory of the build. */
public final class InterruptedRun {

    private final RunDirectory directory;

    private InterruptedRun(RunDirectory directory) {
        this.directory = directory;
    }

    /** @return empty if the run of this id has not started, or has ended */
    public static Optional<InterruptedRun> find(Run<?, ?> build, String id) throws IOException {
        return RunDirectory.find(build.getRootDir().toPath(), id).map(InterruptedRun::new);
    }

    /** Returns the record of a run that ended before its build knew it; empty if the run has not ended. */
    static Optional<RunRecord> ended(Run<?, ?> build, String id) throws IOException {
        Optional<RunDirectory> directory =
                RunDirectory.findEnded(build.getRootDir().toPath(), id);
        return directory.isPresent()
                ? Optional.of(new InterruptedRun(directory.get()).recorded().record())
                : Optional.empty();
    }

    /** @throws AbortException if the record of the ended run has no end */
    static int exitCode(RunRecord record) throws AbortException {
        return record.ended()
                .orElseThrow(() ->
                        new AbortException(withRunningCommands(Messages.InterruptedRun_endedWithoutRecord(), record)))
                .exitCode();
    }

    RunRegistration continueRun(BuildContext context, ValidatedSettings settings) throws IOException {
        return RunRegistration.continueRun(context.build(), directory, settings.runName(context.branch()));
    }

    /** Reads the task file as it was when the run started. */
    TaskFileReader.Content taskFile(String name) throws IOException {
        try {
            return TaskFileReader.content(name, directory.markedTaskFile());
        } catch (UnreadableTaskFileException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** Reads the settings with which the run began; empty if a version that kept none has started it. */
    Optional<KeptSettings> settings() throws IOException {
        return KeptSettings.read(directory.settings());
    }

    /** Reads the recorded events. */
    RecordedEvents recorded() throws IOException {
        try {
            return RecordedEvents.of(directory.journal());
        } catch (UnreadableJournalException e) {
            throw new AbortException(Messages.InterruptedRun_cannotContinue(e.getMessage()));
        }
    }

    /** Marks the run as one that is never continued. */
    public void abandon() throws IOException {
        directory.unmark();
    }

    /** Completes a sentence with the commands that have no recorded end. */
    public String withRunningCommands(String sentence) throws IOException {
        return withRunningCommands(sentence, recorded().record());
    }

    static String withRunningCommands(String sentence, RunRecord record) {
        String commands =
                record.unknownCommands().stream().map(InterruptedRun::describe).collect(Collectors.joining("; "));
        return commands.isEmpty()
                ? Messages.InterruptedRun_noCommand(sentence)
                : Messages.InterruptedRun_runningCommands(sentence, commands);
    }

    /** Ends a run whose session has not reached its tasks; returns the exception to throw. */
    static InterruptedException abortedBeforeTasks(
            Exception abort, RunRegistration registration, RecordedEvents recorded) throws AbortException {
        if (recorded.isEmpty()) {
            String reason = Messages.JenkinsRun_nothingRun(Messages.JenkinsRun_abortedBeforeTasks());
            registration.setEnd(Interrupt.ABORT.exitCode(), reason);
            return abort instanceof InterruptedException interrupt
                    ? interrupt
                    : (InterruptedException) new InterruptedException(reason).initCause(abort);
        }
        throw new AbortException(withRunningCommands(Messages.JenkinsRun_abortedBeforeTasks(), recorded.record()));
    }

    /** Ends a run that cannot use its settings any more; returns the exception, which names the commands that may run. */
    static AbortException cannotContinue(AbortException reason, RunRegistration registration, RecordedEvents recorded) {
        String sentence =
                withRunningCommands(Messages.InterruptedRun_cannotContinue(reason.getMessage()), recorded.record());
        registration.setEnd(ExitCodes.USAGE, sentence);
        return new AbortException(sentence);
    }

    private static String describe(TaskExecution task) {
        return OnHost.of(task.key().label(), task.hostname()) + ", " + task.commandLine();
    }
}
