package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.Level;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.Resume;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.RunLog;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run takes over from an earlier one (rule 15.9). The record is read first, because validation wants to know which
 * results will exist, but that it cannot be read is told when its turn comes (rule 15.2).
 */
final class EarlierRun {

    private final SessionRequest request;
    private final Optional<RunRecord> record;
    private final Optional<SessionEndedException> failure;

    private EarlierRun(SessionRequest request, Optional<RunRecord> record, Optional<SessionEndedException> failure) {
        this.request = request;
        this.record = record;
        this.failure = failure;
    }

    static EarlierRun of(SessionRequest request) {
        try {
            Optional<RunRecord> record = request.resumeFrom().isPresent()
                    ? Optional.of(request.resumeFrom().get().read())
                    : Optional.empty();
            return new EarlierRun(request, record, Optional.empty());
        } catch (SessionEndedException e) {
            return new EarlierRun(request, Optional.empty(), Optional.of(e));
        }
    }

    /** Tasks whose results will exist before anything runs; any of the file if the record cannot be read. */
    Set<TaskId> restorable(TaskFile file) {
        if (failure.isPresent()) {
            return file.tasks().stream()
                    .flatMap(task -> TaskId.parse(task.id().value()).stream())
                    .collect(Collectors.toSet());
        }
        return resume(List.of()).map(Resume::results).orElse(Map.of()).keySet();
    }

    /** The results to start with. */
    Map<TaskId, TaskResult> results() throws SessionEndedException {
        requireRecord();
        return resume(List.of()).map(Resume::results).orElse(Map.of());
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
        Optional<Resume> resume = resume(PlannedTask.of(workflow, request.strictGaps(), request.secrets()));
        resume.ifPresent(found -> found.warnings().forEach(warning -> log.write(Level.WARN, warning)));
        return resume.map(Resume::results).orElse(Map.of());
    }

    private Optional<Resume> resume(List<PlannedTask> plan) {
        return record.flatMap(earlier -> request.startFrom()
                .map(start -> Resume.of(earlier, start, request.content().sha256(), plan)));
    }
}
