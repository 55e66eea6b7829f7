package io.jenkins.plugins.tasker.web;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/** A run from its start to its end, as far as its build is told of it. */
public final class RunRegistration implements AutoCloseable {

    /** Between the names of nested parallel branches. */
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
     * Gives a run its number within the build and its directory, and the build its page.
     *
     * @param file base name of the task file
     * @param project may be empty
     * @param branch parallel branch of the script; empty outside of any
     * @throws IOException if something cannot be written beside the build
     */
    public static RunRegistration start(Run<?, ?> build, String file, String project, String branch)
            throws IOException {
        RunDirectory directory = RunDirectory.create(build.getRootDir().toPath());
        RunEntry entry = new RunEntry(directory.number(), file, project, branch);
        entry.setRunning(true);
        TaskerRunAction action = TaskerRunAction.of(build);
        action.add(entry);
        return new RunRegistration(action, entry, directory);
    }

    /** Goes on with a run that was cut off, in its own directory and on its own page. */
    public static RunRegistration continueRun(
            Run<?, ?> build, RunDirectory directory, String file, String project, String branch) throws IOException {
        TaskerRunAction action = TaskerRunAction.of(build);
        RunEntry entry = action.find(directory.number())
                .orElseGet(() -> new RunEntry(directory.number(), file, project, branch));
        entry.setRunning(true);
        action.addMissing(entry);
        return new RunRegistration(action, entry, directory);
    }

    public RunDirectory directory() {
        return directory;
    }

    /**
     * What this run takes over from an earlier build.
     *
     * @throws AbortException if what should be taken over cannot be
     */
    public ResumePlan resumePlan() throws AbortException {
        return ResumePlan.of(action.getObject(), entry.number());
    }

    /** Address of the page of the run, relative to the root of Jenkins. */
    public String page() {
        return RunPage.url(action.getObject(), entry.number());
    }

    /** Asks on the page of the run, and tells in the console that it does. */
    public PendingApproval approval(TaskListener console) {
        return new PendingApproval(entry, page(), console);
    }

    /** Keeps the task file as it is run, secrets masked. */
    public void keep(String masked) throws IOException {
        Files.writeString(directory.taskFile(), masked);
    }

    /** Tells how the run ended, for the case that it leaves no record.
     *
     * @param outcome in a sentence
     */
    public void ended(int exitCode, String outcome) {
        end = Optional.of(new UnrecordedEnd(Instant.now(), exitCode, outcome));
    }

    /** From here on the run does not go on in this process any more. */
    @Override
    public void close() throws IOException {
        action.ended(entry, end.filter(told -> !Files.exists(directory.journal())));
        directory.unmark();
    }
}
