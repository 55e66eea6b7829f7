package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.ExecutionTypesFile;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.hosts.HostListException;
import io.jenkins.plugins.tasker.hosts.Inventory;
import io.jenkins.plugins.tasker.hosts.LocalHostFiles;
import io.jenkins.plugins.tasker.hosts.UnreadableHostFileException;
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

    /** Returns the inventory of {@code --hosts} (rule 19.4). */
    static Inventory inventory(Optional<Path> file) throws StartException {
        if (file.isEmpty()) {
            return Inventory.NONE;
        }
        String name = file.get().toString();
        try {
            return Inventory.parse(name, LocalHostFiles.in(Path.of("")).read(name));
        } catch (HostListException e) {
            throw new StartException(ExitCodes.USAGE, "--hosts: " + e.getMessage());
        } catch (UnreadableHostFileException e) {
            throw new StartException(ExitCodes.USAGE, "--hosts: " + name + ": " + e.getMessage() + "; " + e.remedy());
        }
    }

    /**
     * Returns the name of a record: the argument, or for {@code latest} the name of the newest record (rule 15.10).
     *
     * @param taskFile base name of the task file whose runs {@code latest} selects from; empty for any
     * @throws StartException 30 if there is none, 31 if the directory is unreadable
     */
    static String recordName(String run, Path logDirectory, Optional<String> taskFile) throws StartException {
        try {
            return run.equals(RecordedRuns.LATEST)
                    ? RecordedRuns.name(new RecordedRuns(logDirectory).latest(taskFile))
                    : run;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads the record that {@code --resume-from} or {@code tasker show} names.
     *
     * @param name as returned by {@link #recordName}
     * @throws StartException 30 if it is missing, 31 if it is unreadable (rule 15.9)
     */
    static RunRecord record(String name, Path logDirectory) throws StartException {
        try {
            return RunRecord.read(new RecordedRuns(logDirectory).find(name));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static StartException unreadable(IOException e) {
        return e instanceof NoSuchFileException missing
                ? new StartException(ExitCodes.MISSING_FILE, missing.getFile() + ": " + missing.getReason())
                : new StartException(ExitCodes.UNREADABLE_FILE, e.getMessage());
    }
}
