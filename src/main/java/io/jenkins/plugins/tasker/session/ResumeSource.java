package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.RestoredResults;
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

/** Restores the results of an earlier run (rule 15.9). */
final class ResumeSource {

    private final RunRequest request;

    ResumeSource(RunRequest request) {
        this.request = request;
    }

    /**
     * Returns the tasks with a result before the run starts. If the record is unreadable, these are all tasks of the file, so
     * that validation reports no error that only the missing record causes.
     */
    Set<TaskId> restorable(TaskFile file) {
        if (request.start().failure().isPresent()) {
            return file.tasks().stream()
                    .flatMap(task -> TaskId.parse(task.id().value()).stream())
                    .collect(Collectors.toSet());
        }
        return resultsOf(resume(List.of())).keySet();
    }

    /** @throws SessionEndedException if the record could not be read */
    Map<TaskId, TaskResult> results() throws SessionEndedException {
        requireRecord();
        return resultsOf(resume(List.of()));
    }

    /**
     * Returns the restored results, and logs the differences between the recorded run and this one.
     *
     * @throws SessionEndedException if the record could not be read
     */
    Map<TaskId, TaskResult> restore(Workflow workflow, RunLog log) throws SessionEndedException {
        requireRecord();
        Optional<RestoredResults> restored = resume(PlannedTask.of(workflow, request.mode(), request.secrets()));
        restored.ifPresent(found -> found.warnings().forEach(warning -> log.write(Level.WARN, warning)));
        return resultsOf(restored);
    }

    private void requireRecord() throws SessionEndedException {
        if (request.start().failure().isPresent()) {
            throw request.start().failure().get();
        }
    }

    private Optional<RestoredResults> resume(List<PlannedTask> plan) {
        RunStart start = request.start();
        return start.record()
                .flatMap(record -> start.task()
                        .map(task -> RestoredResults.of(
                                record,
                                task,
                                request.input().content().sha256(),
                                plan,
                                start.members().onlyFailed())));
    }

    private static Map<TaskId, TaskResult> resultsOf(Optional<RestoredResults> restored) {
        return restored.map(RestoredResults::results).orElse(Map.of());
    }
}
