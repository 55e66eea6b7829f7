package io.jenkins.plugins.tasker.web;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.journal.RecordedRunFile;
import io.jenkins.plugins.tasker.journal.outputs.OutputSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/** Registers a run with its build: number, directory, page and end. */
public final class RunRegistration implements AutoCloseable {

    /** Separates the names of nested parallel branches. */
    public static final String NESTED_BRANCHES = " / ";

    private final TaskerRunAction action;
    private final RunEntry entry;
    private final RunDirectory directory;
    private Optional<UnrecordedEnd> end = Optional.empty();

    private RunRegistration(TaskerRunAction action, RunEntry entry, RunDirectory directory) {
        this.action = action;
        this.entry = entry;
        this.directory = directory;
    }

    /**
     * Registers a new run: assigns its number, creates its directory and adds its page to the build.
     *
     * @throws IOException if the directory or the build cannot be written
     */
    public static RunRegistration start(Run<?, ?> build, RunName name) throws IOException {
        RunDirectory directory = RunDirectory.create(build.getRootDir().toPath());
        RunEntry entry = new RunEntry(directory.number(), name);
        entry.setRunning(true);
        TaskerRunAction action = TaskerRunAction.of(build);
        action.add(entry);
        return new RunRegistration(action, entry, directory);
    }

    /** Registers an interrupted run that continues in its directory and on its page. */
    public static RunRegistration continueRun(Run<?, ?> build, RunDirectory directory, RunName name)
            throws IOException {
        TaskerRunAction action = TaskerRunAction.of(build);
        RunEntry entry = action.find(directory.number()).orElseGet(() -> new RunEntry(directory.number(), name));
        entry.setRunning(true);
        action.addMissing(entry);
        return new RunRegistration(action, entry, directory);
    }

    public RunDirectory directory() {
        return directory;
    }

    /**
     * Returns what this run restores from an earlier build.
     *
     * @throws AbortException if the results cannot be restored
     */
    public ResumePlan resumePlan() throws AbortException {
        return ResumePlan.of(action.getObject(), entry.number());
    }

    /** Returns the address of the page of the run, relative to the root of Jenkins. */
    public String page() {
        return RunPage.url(action.getObject(), entry.number());
    }

    /** Returns an approval that the page of the run requests and the console links to. */
    public PendingApproval approval(TaskListener console) {
        return new PendingApproval(action, entry, console);
    }

    /** Returns the space for stored outputs, which all runs of the build share. */
    public OutputSpace outputSpace() throws IOException {
        return action.outputSpace();
    }

    /** Saves the task file of the run with secrets masked. */
    public void keep(String masked) throws IOException {
        Files.writeString(directory.taskFile(), masked);
    }

    /**
     * Sets the end of the run, which the build keeps if the run has no record.
     *
     * @param outcome a sentence
     */
    public void setEnd(int exitCode, String outcome) {
        end = Optional.of(new UnrecordedEnd(Instant.now(), exitCode, outcome));
    }

    /** Returns whether the record lacks the end: it does not exist, or was lost (rule 16.12). */
    private boolean isWithoutEnd() {
        return RecordedRunFile.outline(directory.journal()).ended().isEmpty();
    }

    /** Deregisters the run: it has ended. */
    @Override
    public void close() throws IOException {
        action.ended(entry, end.filter(unrecorded -> isWithoutEnd()));
        directory.unmark();
    }
}
