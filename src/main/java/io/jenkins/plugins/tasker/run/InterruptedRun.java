package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.Journal;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.UnreadableJournalException;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import io.jenkins.plugins.tasker.text.OnHost;
import io.jenkins.plugins.tasker.web.RunDirectory;
import io.jenkins.plugins.tasker.web.RunRegistration;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run that was cut off with Jenkins has left beside its build. */
public final class InterruptedRun {

    private final RunDirectory directory;

    private InterruptedRun(RunDirectory directory) {
        this.directory = directory;
    }

    /** @return empty if the run of this id had not begun, or has ended */
    public static Optional<InterruptedRun> find(Run<?, ?> build, String id) throws IOException {
        return RunDirectory.find(build.getRootDir().toPath(), id).map(InterruptedRun::new);
    }

    RunRegistration continueRun(BuildContext place, ValidatedSettings settings) throws IOException {
        return RunRegistration.continueRun(
                place.build(),
                directory,
                settings.fileName(),
                settings.given().reports().project(),
                place.branch());
    }

    /** The task file as it was when the run began. */
    TaskFileReader.Content taskFile(String name) throws IOException {
        try {
            return TaskFileReader.content(name, Files.readAllBytes(directory.trueTaskFile()));
        } catch (UnreadableTaskFileException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** Everything that had happened. */
    List<RunEvent> recorded() throws IOException {
        try {
            return Files.exists(directory.journal())
                    ? Journal.read(directory.journal()).events()
                    : List.of();
        } catch (UnreadableJournalException e) {
            throw new AbortException("the run cannot be continued: " + e.getMessage());
        }
    }

    /** The run will not go on. */
    public void giveUp() throws IOException {
        directory.unmark();
    }

    /** Names the commands whose end is not known, as the continuation of a sentence. */
    public String runningCommands() throws IOException {
        String commands = RunRecord.of(recorded()).unknownCommands().stream()
                .map(InterruptedRun::describe)
                .collect(Collectors.joining("; "));
        return commands.isEmpty()
                ? "; no command was under way"
                : ". How these commands ended is not known, and they may still be running: " + commands;
    }

    private static String describe(TaskExecution task) {
        return OnHost.of(task.key().label(), task.hostname()) + ", " + task.commandLine();
    }
}
