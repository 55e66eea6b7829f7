package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Api;
import hudson.model.BuildBadgeAction;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.tasker.journal.outputs.OutputSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * Lists the runs of task files in one build and serves their pages below {@code tasker/}. The first run attaches it. It keeps
 * one entry per run; the directory of the run holds its record.
 */
@ExportedBean
public final class TaskerRunAction implements RunAction2, BuildBadgeAction {

    /** Replaced and never changed, because other code may save the build at any time, without a lock of this object. */
    private volatile List<RunEntry> runs = new ArrayList<>();

    private transient Run<?, ?> build;

    /** Id of the queue item that this process scheduled to resume this build; 0 for none. */
    private transient long scheduled;

    /** The bytes that stored outputs of all runs occupy; counted at the first use. */
    @CheckForNull
    private transient OutputSpace outputSpace;

    /** Returns the action of a build and attaches it if necessary. */
    static TaskerRunAction of(Run<?, ?> build) {
        synchronized (build) {
            TaskerRunAction action = build.getAction(TaskerRunAction.class);
            if (action == null) {
                action = new TaskerRunAction();
                build.addAction(action);
            }
            return action;
        }
    }

    /** Returns the action of a build of a job; null if the build was deleted or has no runs. */
    @CheckForNull
    static TaskerRunAction find(Job<?, ?> job, int build) {
        Run<?, ?> found = job.getBuildByNumber(build);
        return found == null ? null : found.getAction(TaskerRunAction.class);
    }

    synchronized void add(RunEntry run) throws IOException {
        List<RunEntry> more = new ArrayList<>(runs);
        more.add(run);
        // Parallel branches may add their runs in another order than that of their numbers.
        more.sort(Comparator.comparingInt(RunEntry::number));
        runs = more;
        build.save();
    }

    synchronized Optional<RunEntry> find(int number) {
        return runs.stream().filter(run -> run.number() == number).findFirst();
    }

    synchronized void addMissing(RunEntry run) throws IOException {
        if (!runs.contains(run)) {
            add(run);
        }
    }

    synchronized void ended(RunEntry run, Optional<UnrecordedEnd> unrecorded) throws IOException {
        run.setRunning(false);
        if (unrecorded.isPresent()) {
            run.setUnrecordedEnd(unrecorded.get());
            build.save();
        }
    }

    /**
     * Records the decision on the plan of a run.
     *
     * @return false if it was decided before
     */
    synchronized boolean decide(RunEntry run, ApprovalDecision decision) throws IOException {
        if (run.decision().isPresent()) {
            return false;
        }
        run.setDecision(decision);
        build.save();
        return true;
    }

    synchronized List<RunEntry> entries() {
        return List.copyOf(runs);
    }

    synchronized OutputSpace outputSpace() throws IOException {
        if (outputSpace == null) {
            Path directory = build.getRootDir().toPath();
            outputSpace = OutputSpace.usedBy(runs.stream()
                    .map(run ->
                            RunDirectory.of(directory, run.number()).outputs().directory())
                    .toList());
        }
        return outputSpace;
    }

    synchronized void scheduled(long item) {
        scheduled = item;
    }

    synchronized OptionalLong scheduled() {
        return scheduled == 0 ? OptionalLong.empty() : OptionalLong.of(scheduled);
    }

    /** Records that another build resumed a run. */
    synchronized void addResumedBy(int number, int build) throws IOException {
        for (RunEntry run : runs) {
            if (run.number() == number) {
                run.addResumedBy(build);
            }
        }
        this.build.save();
    }

    @Override
    public void onAttached(Run<?, ?> build) {
        this.build = build;
    }

    @Override
    public void onLoad(Run<?, ?> build) {
        this.build = build;
    }

    @Override
    public String getIconFileName() {
        return "symbol-list";
    }

    @Override
    public String getDisplayName() {
        return Messages.TaskerRunAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "tasker";
    }

    /** Returns the build, under the name that the layout of Jenkins pages expects. */
    public Run<?, ?> getObject() {
        return build;
    }

    /** Returns the address of the runs of the job, relative to the root of Jenkins; empty if the job has no such page. */
    public String getJobRunsUrl() {
        TaskerJobAction runs = build.getParent().getAction(TaskerJobAction.class);
        return runs == null ? "" : build.getParent().getUrl() + runs.getUrlName() + "/";
    }

    /** Returns the tooltip of the badge in the build history. */
    public String getBadge() {
        return getRuns().stream()
                .map(run -> run.getLabel() + ": " + run.getListed().getOutcome())
                .collect(Collectors.joining("\n"));
    }

    public Api getApi() {
        return new Api(this);
    }

    /** Returns the runs in the order of their starts. */
    @Exported(visibility = 2)
    public synchronized List<RunPage> getRuns() {
        return runs.stream().map(run -> new RunPage(this, run)).toList();
    }

    /** Serves {@code tasker/N}, the page of run N. */
    @CheckForNull
    public RunPage getDynamic(String number) {
        return getRuns().stream()
                .filter(run -> Integer.toString(run.getNumber()).equals(number))
                .findFirst()
                .orElse(null);
    }
}
