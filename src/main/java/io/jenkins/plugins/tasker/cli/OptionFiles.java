package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.ExecutionTypesFile;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.journal.Journal;
import io.jenkins.plugins.tasker.journal.RecordedRuns;
import io.jenkins.plugins.tasker.journal.RunRecord;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the files that options name. */
final class OptionFiles {

    private OptionFiles() {}

    /** Returns the built-in types, with those of {@code --exec-types} added or replaced (rule 5.3). */
    static ExecutionTypes executionTypes(Optional<Path> file) throws StartException {
        ExecutionTypes builtIn = ExecutionTypes.builtIn();
        if (file.isEmpty()) {
            return builtIn;
        }
        try {
            return builtIn.with(ExecutionTypesFile.read(file.get()));
        } catch (ExecutionTypesFile.InvalidFileException e) {
            throw new StartException(ExitCodes.USAGE, "--exec-types: " + e.getMessage());
        } catch (IOException e) {
            throw new StartException(ExitCodes.USAGE, "--exec-types: " + file.get() + " cannot be read: " + e);
        }
    }

    /**
     * Reads the record that {@code --resume-from} or {@code tasker show} names.
     *
     * @throws StartException 30 if it is missing, 31 if it is unreadable (rule 15.9)
     */
    static RunRecord record(String run, Path logDirectory) throws StartException {
        try {
            return RunRecord.of(
                    Journal.read(new RecordedRuns(logDirectory).find(run)).events());
        } catch (NoSuchFileException e) {
            throw new StartException(ExitCodes.MISSING_FILE, e.getFile() + ": " + e.getReason());
        } catch (IOException e) {
            throw new StartException(ExitCodes.UNREADABLE_FILE, e.getMessage());
        }
    }
}
