package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.RestoredResults;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run takes over from an earlier one (rule 15.9). The record is read first, because validation wants to know which
 * results will exist, but that it cannot be read is told when its turn comes (rule 15.2).
 */
final class ResumeSource {

    private final RunRequest request;
    private final Optional<RunRecord> record;
    private final Optional<SessionEndedException> failure;

    private ResumeSource(RunRequest request, Optional<RunRecord> record, Optional<SessionEndedException> failure) {
        this.request = request;
        this.record = record;
        this.failure = failure;
    }

    static ResumeSource of(RunRequest request) {
        try {
            Optional<RunRecord> record = request.resumeFrom().isPresent()
                    ? Optional.of(request.resumeFrom().get().read())
                    : Optional.empty();
            return new ResumeSource(request, record, Optional.empty());
        } catch (SessionEndedException e) {
            return new ResumeSource(request, Optional.empty(), Optional.of(e));
        }
    }

    /** Tasks whose results will exist before anything runs; any of the file if the record cannot be read. */
    Set<TaskId> restorable(TaskFile file) {
        if (failure.isPresent()) {
            return file.tasks().stream()
                    .flatMap(task -> TaskId.parse(task.id().value()).stream())
                    .collect(Collectors.toSet());
        }
        return resume(List.of()).map(RestoredResults::results).orElse(Map.of()).keySet();
    }

    /** The results to start with. */
    Map<TaskId, TaskResult> results() throws SessionEndedException {
        requireRecord();
        return resume(List.of()).map(RestoredResults::results).orElse(Map.of());
    }

    private void requireRecord() throws SessionEndedException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** Tells what is doubtful about the record, and gives the results to start with. */
    Map<TaskId, TaskResult> restore(Workflow workflow, RunLog log) throws SessionEndedException {
        requireRecord();
        // The plan as it is now: what changed since the recorded run is told.
        Optional<RestoredResults> resume = resume(PlannedTask.of(workflow, request.strictGaps(), request.secrets()));
        resume.ifPresent(found -> found.warnings().forEach(warning -> log.write(Level.WARN, warning)));
        return resume.map(RestoredResults::results).orElse(Map.of());
    }

    private Optional<RestoredResults> resume(List<PlannedTask> plan) {
        return record.flatMap(earlier -> request.startFrom()
                .map(start ->
                        RestoredResults.of(earlier, start, request.content().sha256(), plan)));
    }
}
