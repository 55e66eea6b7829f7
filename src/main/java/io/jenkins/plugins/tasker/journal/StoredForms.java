package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Optional;

/** The JSON fields of types that are stored in another form than they have in Java. */
final class StoredForms {

    private StoredForms() {}

    /** Fields of a {@link TaskKey}. */
    record Key(TaskId task, int repetition, int visit, Optional<TaskId> parent, int position, int retry, String host) {

        static Key of(TaskKey key) {
            return new Key(
                    key.task(), key.repetition(), key.visit(), key.parent(), key.position(), key.retry(), key.host());
        }

        TaskKey key() {
            TaskKey first = TaskKey.of(parent.orElse(task)).visit(visit).repetition(repetition);
            if (!host.isEmpty()) {
                return first.onHost(host, position).retry(retry);
            }
            return (parent.isPresent() ? first.member(task, position) : first).retry(retry);
        }
    }

    /** Fields of {@link GroupCounts}; {@code total} is stored for readers of the file only. */
    record Counts(int total, int success, int failed, int timeout, int skipped, int notStarted) {

        static Counts of(GroupCounts counts) {
            return new Counts(
                    counts.total(),
                    counts.success(),
                    counts.failed(),
                    counts.timeout(),
                    counts.skipped(),
                    counts.notStarted());
        }

        GroupCounts counts() {
            return new GroupCounts(success, failed, timeout, skipped).withNotStarted(notStarted);
        }
    }
}
