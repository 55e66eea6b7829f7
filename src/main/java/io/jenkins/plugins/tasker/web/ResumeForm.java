package io.jenkins.plugins.tasker.web;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.journal.RecordedRunFile;
import io.jenkins.plugins.tasker.journal.ResumeOffer;
import io.jenkins.plugins.tasker.scm.CarriedRevisions;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.List;

/** The form on the page of a run that resumes the run. */
public final class ResumeForm {

    private final Run<?, ?> build;
    private final ResumeRequest request;
    private final RecordedRunFile recorded;
    private final RunEntry entry;

    ResumeForm(Run<?, ?> build, RunEntry entry, RecordedRunFile recorded) {
        this.build = build;
        this.request = new ResumeRequest(build, entry, recorded);
        this.recorded = recorded;
        this.entry = entry;
    }

    /** Returns whether the page shows the form to the current user. */
    public boolean isOffered() {
        return recorded.isStarted()
                && !recorded.run().isDryRun()
                && !build.isBuilding()
                && build.getParent().hasPermission(Item.BUILD);
    }

    /** Returns why the run cannot be resumed now; empty if it can. */
    public String getObstacle() {
        String obstacle = request.obstacle();
        try {
            request.offer();
        } catch (ResumeOffer.RefusedException e) {
            return obstacle.isEmpty() ? e.getMessage() : obstacle;
        }
        return obstacle;
    }

    /** Returns the tasks from which the run can be resumed, ordered by id. */
    public List<Choice> getChoices() throws ResumeOffer.RefusedException {
        ResumeOffer offer = request.offer();
        return offer.tasks().stream()
                .map(task -> new Choice(
                        task, offer.suggested().filter(task.id()::equals).isPresent()))
                .toList();
    }

    /** Returns the commands with an unknown end, in one line; empty for none. */
    public String getUnknown() throws ResumeOffer.RefusedException {
        return request.offer().unknownLabels();
    }

    /** Returns the tasks of which it is unknown whether they ran, in one line; empty for none. */
    public String getLost() throws ResumeOffer.RefusedException {
        return request.offer().lostLabels();
    }

    /** Compares the task file of the run with the newest version that a later build ran. */
    public TaskFileChange getChange() {
        return TaskFileChange.since(build, entry);
    }

    /** Returns further effects, as sentences without full stop: which runs and revisions the new build repeats. */
    public List<String> getNotes() {
        return request.notes(CarriedRevisions.of(build));
    }

    /** A task from which the run can be resumed. */
    public static final class Choice {

        private final PlannedTask task;
        private final boolean suggested;

        Choice(PlannedTask task, boolean suggested) {
            this.task = task;
            this.suggested = suggested;
        }

        public TaskId getId() {
            return task.id();
        }

        public String getLabel() {
            return task.id() + (task.command().isEmpty() ? "" : ": " + task.command());
        }

        public boolean isSuggested() {
            return suggested;
        }
    }
}
