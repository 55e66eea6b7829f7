package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Api;
import hudson.model.BuildBadgeAction;
import hudson.model.Run;
import java.io.IOException;
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
 * The runs of task files in one build, each with a page below {@code tasker/}. Attached when the first of them starts;
 * remembers no more than which there were, since each has its record beside the build.
 */
@ExportedBean
public final class TaskerRunAction implements RunAction2, BuildBadgeAction {

    private final List<RunEntry> runs = new ArrayList<>();
    private transient Run<?, ?> build;

    /** Number of the item in the queue for a build that goes on from this one; 0 if there was none in this process. */
    private transient long scheduled;

    /** The action of a build, made if there is none. */
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

    synchronized void add(RunEntry run) throws IOException {
        runs.add(run);
        // In parallel branches the one that got its number first need not be here first.
        runs.sort(Comparator.comparingInt(RunEntry::number));
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
            run.endedUnrecorded(unrecorded.get());
            build.save();
        }
    }

    synchronized List<RunEntry> entries() {
        return List.copyOf(runs);
    }

    synchronized void scheduled(long item) {
        scheduled = item;
    }

    synchronized OptionalLong scheduled() {
        return scheduled == 0 ? OptionalLong.empty() : OptionalLong.of(scheduled);
    }

    /** Remembers that another build goes on from a run. */
    synchronized void resumedBy(int number, int build) throws IOException {
        for (RunEntry run : runs) {
            if (run.number() == number) {
                run.resumedBy(build);
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
        return "Tasks";
    }

    @Override
    public String getUrlName() {
        return "tasker";
    }

    /** The build; so the frame of Jenkins' pages calls it. */
    public Run<?, ?> getObject() {
        return build;
    }

    /** What the badge in the history of builds says. */
    public String getBadge() {
        return getRuns().stream()
                .map(run -> run.getFile() + ": " + run.getLine().outcome())
                .collect(Collectors.joining("\n"));
    }

    public Api getApi() {
        return new Api(this);
    }

    /** The runs in the order in which they started. */
    @Exported(visibility = 2)
    public synchronized List<RunPage> getRuns() {
        return runs.stream().map(run -> new RunPage(this, run)).toList();
    }

    /** Stapler: {@code tasker/N} is the page of the Nth run. */
    @CheckForNull
    public RunPage getDynamic(String number) {
        return getRuns().stream()
                .filter(run -> Integer.toString(run.getNumber()).equals(number))
                .findFirst()
                .orElse(null);
    }
}
