package io.jenkins.plugins.tasker.web;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.journal.RecordedRunFile;
import io.jenkins.plugins.tasker.journal.ResumeOffer;
import io.jenkins.plugins.tasker.scm.CarriedRevisions;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.List;

/** What the page of a run offers to somebody who wants to go on from it. */
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

    /** Whether there is anything to resume, for whoever looks. */
    public boolean isOffered() {
        return recorded.isStarted()
                && !recorded.run().isDryRun()
                && !build.isBuilding()
                && build.getParent().hasPermission(Item.BUILD);
    }

    /** Why it cannot be done now; empty if it can. */
    public String getObstacle() {
        String obstacle = request.obstacle();
        try {
            request.offer();
        } catch (ResumeOffer.RefusedException e) {
            return obstacle.isEmpty() ? e.getMessage() : obstacle;
        }
        return obstacle;
    }

    /** Tasks to start from, in the order of their ids. */
    public List<Choice> getChoices() throws ResumeOffer.RefusedException {
        ResumeOffer offer = request.offer();
        return offer.tasks().stream()
                .map(task -> new Choice(
                        task, offer.suggested().filter(task.id()::equals).isPresent()))
                .toList();
    }

    /** Commands whose end is not known, in one line; empty if there are none. */
    public String getUnknown() throws ResumeOffer.RefusedException {
        return request.offer().unknownLabels();
    }

    /** What changed in the task file since; reads both versions. */
    public TaskFileChange getChange() {
        return TaskFileChange.since(build, entry);
    }

    /** What else the new build does again and what it does not, in sentences without full stop. */
    public List<String> getNotes() {
        return request.notes(CarriedRevisions.of(build));
    }

    /** A task to start from. */
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
