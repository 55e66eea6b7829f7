package io.jenkins.plugins.tasker.web;

import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.FileParameterValue;
import hudson.model.Job;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.plugins.tasker.journal.RecordedRunFile;
import io.jenkins.plugins.tasker.journal.ResumeOffer;
import io.jenkins.plugins.tasker.journal.ResumeOffer.RefusedException;
import io.jenkins.plugins.tasker.scm.CarriedRevisions;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.ParameterizedJobMixIn;

/** Validates a resume request and schedules the build. */
final class ResumeRequest {

    private final Run<?, ?> build;
    private final RunEntry entry;
    private final RecordedRunFile recorded;

    /** Read once, because it needs the records of all parallel runs. */
    private Optional<List<ParallelRun>> parallelRuns = Optional.empty();

    ResumeRequest(Run<?, ?> build, RunEntry entry, RecordedRunFile recorded) {
        this.build = build;
        this.entry = entry;
        this.recorded = recorded;
    }

    /** Returns why this run cannot be resumed now from any task; empty if it can. */
    String obstacle() {
        if (build.isBuilding()) {
            return Messages.ResumeRequest_stillRunning();
        }
        if (!build.getParent().isBuildable()) {
            return Messages.ResumeRequest_notBuildable();
        }
        if (!recorded.isStarted()) {
            return recorded.unreadable().isEmpty() ? Messages.ResumeRequest_noRecord() : recorded.unreadable();
        }
        return parameterObstacle();
    }

    private String parameterObstacle() {
        for (ParametersAction parameters : build.getActions(ParametersAction.class)) {
            for (ParameterValue value : parameters.getParameters()) {
                if (value instanceof FileParameterValue) {
                    return Messages.ResumeRequest_fileParameter(value.getName());
                }
                if (value.isSensitive() && value.getValue() == null) {
                    return Messages.ResumeRequest_secretParameter(value.getName());
                }
            }
        }
        return "";
    }

    /**
     * Schedules the build that resumes the run.
     *
     * @param startFrom id of the first task; empty for the first one that failed or whose end is unknown
     * @param acceptUnknown whether the user checked the hosts of commands with an unknown end
     * @return the queue item
     * @throws RefusedException if the run cannot be resumed; nothing is scheduled
     */
    Queue.Item schedule(String startFrom, boolean acceptUnknown) throws RefusedException {
        String obstacle = obstacle();
        if (!obstacle.isEmpty()) {
            throw conflict(obstacle);
        }
        TaskId start = offer().accept(startFrom, acceptUnknown);
        Job<?, ?> job = build.getParent();
        TaskerRunAction runs = build.getAction(TaskerRunAction.class);
        // Simultaneous requests must schedule only one build.
        synchronized (runs) {
            if (ResumeInProgress.isAny(job, runs.scheduled(), resume -> resume.isOf(build.getNumber()))) {
                throw conflict(Messages.ResumeRequest_alreadyResumed());
            }
            Queue.Item scheduled =
                    ParameterizedJobMixIn.scheduleBuild2(job, 0, actions(start).toArray(new Action[0]));
            if (scheduled == null) {
                throw conflict(Messages.ResumeRequest_notScheduled());
            }
            runs.scheduled(scheduled.getId());
            return scheduled;
        }
    }

    /** Returns further effects, as sentences without full stop: which runs and revisions the new build repeats. */
    List<String> notes(CarriedRevisions revisions) {
        return Stream.concat(parallelRuns().stream().map(ParallelRun::toString), revisions.notes().stream())
                .toList();
    }

    private List<ParallelRun> parallelRuns() {
        if (parallelRuns.isEmpty()) {
            parallelRuns = Optional.of(ParallelRun.of(build, entry.number()));
        }
        return parallelRuns.get();
    }

    /** @throws RefusedException if the record allows no resume */
    ResumeOffer offer() throws RefusedException {
        return ResumeOffer.of(recorded.run())
                .with(parallelRuns().stream().map(ParallelRun::record).toList());
    }

    private List<Action> actions(TaskId start) {
        String id = start.toString();
        CarriedRevisions revisions = CarriedRevisions.of(build);
        List<Action> actions = new ArrayList<>();
        actions.add(new ResumeAction(build.getNumber(), entry.number(), id));
        actions.add(new CauseAction(new ResumeCause(build, entry, id, notes(revisions)), new Cause.UserIdCause()));
        actions.addAll(build.getActions(ParametersAction.class));
        actions.addAll(revisions.actions());
        return actions;
    }

    private static RefusedException conflict(String reason) {
        return new RefusedException(false, reason);
    }
}
