package io.jenkins.plugins.tasker.web;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.console.HyperlinkNote;
import hudson.model.Cause;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The cause of a build that resumes an earlier build. It also records the new build in the earlier one, so that both link to each other. */
public final class ResumeCause extends Cause {

    private static final Logger LOGGER = Logger.getLogger(ResumeCause.class.getName());

    private final int build;
    private final int run;
    private final String file;
    private final String startFrom;
    private final List<String> notes;

    /** The build that this cause belongs to; the origin is looked up when it is needed, so that no build keeps another one. */
    private transient Run<?, ?> resuming;

    /** @param notes further effects, as sentences: which runs and revisions the build repeats */
    ResumeCause(Run<?, ?> origin, RunEntry entry, String startFrom, List<String> notes) {
        this.build = origin.getNumber();
        this.run = entry.number();
        this.file = entry.label();
        this.startFrom = startFrom;
        this.notes = new ArrayList<>(notes);
    }

    @Override
    public String getShortDescription() {
        return Messages.ResumeCause_shortDescription(file, Integer.toString(build), startFrom);
    }

    /** Returns further effects, as sentences without full stop: which runs and revisions the build repeats. */
    public List<String> getNotes() {
        return List.copyOf(notes);
    }

    /** Returns the address of the earlier run, relative to the root of Jenkins; empty if its build was deleted. */
    public String getOriginUrl() {
        Run<?, ?> origin = origin();
        return origin == null ? "" : RunPage.url(origin, run);
    }

    @CheckForNull
    private Run<?, ?> origin() {
        return resuming == null ? null : resuming.getParent().getBuildByNumber(build);
    }

    @Override
    public void onAddedTo(Run added) {
        onLoad((Run<?, ?>) added);
        Run<?, ?> origin = origin();
        if (origin == null) {
            return;
        }
        TaskerRunAction runs = origin.getAction(TaskerRunAction.class);
        try {
            if (runs != null) {
                runs.addResumedBy(run, added.getNumber());
                for (ParallelRun parallel : ParallelRun.of(origin, run)) {
                    runs.addResumedBy(parallel.entry().number(), added.getNumber());
                }
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot record in " + origin + " that " + added + " resumes it");
        }
    }

    @Override
    public void onLoad(Run<?, ?> loaded) {
        resuming = loaded;
    }

    @Override
    public void print(TaskListener listener) {
        String text = getShortDescription();
        String url = getOriginUrl();
        listener.getLogger().println(url.isEmpty() ? text : HyperlinkNote.encodeTo("/" + url, text));
        notes.forEach(listener.getLogger()::println);
    }
}
