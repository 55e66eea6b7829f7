package io.jenkins.plugins.tasker.web;

import hudson.console.HyperlinkNote;
import hudson.model.Cause;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Why a build was started that goes on from an earlier one; tells the earlier one too, so that each leads to the other. */
public final class ResumeCause extends Cause {

    private static final Logger LOGGER = Logger.getLogger(ResumeCause.class.getName());

    private final int build;
    private final int run;
    private final String file;
    private final String startFrom;
    private final List<String> notes;
    private transient Run<?, ?> origin;

    /** @param notes what else is done again and what is not, in sentences */
    ResumeCause(Run<?, ?> origin, RunEntry entry, String startFrom, List<String> notes) {
        this.build = origin.getNumber();
        this.run = entry.number();
        this.file = entry.label();
        this.startFrom = startFrom;
        this.notes = new ArrayList<>(notes);
    }

    @Override
    public String getShortDescription() {
        return "Resumes " + file + " of build #" + build + " from task " + startFrom;
    }

    /** What else is done again and what is not, in sentences without full stop. */
    public List<String> getNotes() {
        return List.copyOf(notes);
    }

    /** Relative to the root of Jenkins; empty if the earlier build is gone. */
    public String getOriginUrl() {
        return origin == null ? "" : RunPage.url(origin, run);
    }

    @Override
    public void onAddedTo(Run added) {
        onLoad((Run<?, ?>) added);
        if (origin == null) {
            return;
        }
        TaskerRunAction runs = origin.getAction(TaskerRunAction.class);
        try {
            if (runs != null) {
                runs.resumedBy(run, added.getNumber());
                for (ParallelRun beside : ParallelRun.of(origin, run)) {
                    runs.resumedBy(beside.entry().number(), added.getNumber());
                }
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot note in " + origin + " that " + added + " goes on from it");
        }
    }

    @Override
    public void onLoad(Run<?, ?> loaded) {
        origin = loaded.getParent().getBuildByNumber(build);
    }

    @Override
    public void print(TaskListener listener) {
        String text = getShortDescription();
        listener.getLogger().println(origin == null ? text : HyperlinkNote.encodeTo("/" + getOriginUrl(), text));
        notes.forEach(listener.getLogger()::println);
    }
}
