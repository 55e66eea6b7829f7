package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.TaskKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the last execution of each entry of the task file, a limited number of earlier ones, and counts the others. So the
 * size depends on the task file and not on the length of the run. An execution without an end is always kept.
 */
final class RetainedExecutions {

    /** How many executions of one entry are kept. */
    static final int MOST_OF_ENTRY = 100;

    /** How many executions are kept besides the last ones of all entries. */
    static final int MOST_EARLIER = 1000;

    /** In the order of their starts. */
    private final Map<TaskKey, TaskExecutionBuilder> executions = new LinkedHashMap<>();

    /** The kept executions of each entry, by {@link TaskKey#firstVisit}. */
    private final Map<TaskKey, Deque<TaskKey>> entries = new HashMap<>();

    /** Those that are not the last ones of their entry, the oldest first. */
    private final Set<TaskKey> earlier = new LinkedHashSet<>();

    private final EarlierExecutions.Builder dropped = new EarlierExecutions.Builder();

    Optional<TaskExecutionBuilder> find(TaskKey attempt) {
        return Optional.ofNullable(executions.get(attempt.firstAttempt()));
    }

    TaskExecutionBuilder findOrAdd(TaskKey attempt, Instant start) {
        TaskKey key = attempt.firstAttempt();
        TaskExecutionBuilder known = executions.get(key);
        if (known != null) {
            return known;
        }
        TaskExecutionBuilder added = new TaskExecutionBuilder(key, start);
        executions.put(key, added);
        Deque<TaskKey> ofEntry = entries.computeIfAbsent(key.firstVisit(), entry -> new ArrayDeque<>(2));
        TaskKey before = ofEntry.peekLast();
        ofEntry.add(key);
        if (before != null) {
            earlier.add(before);
            if (ofEntry.size() > MOST_OF_ENTRY) {
                drop(ofEntry.peek());
            } else if (earlier.size() > MOST_EARLIER) {
                drop(earlier.iterator().next());
            }
        }
        return added;
    }

    private void drop(TaskKey key) {
        TaskExecution task = executions.get(key).task();
        earlier.remove(key);
        entries.get(key.firstVisit()).remove(key);
        if (task.state() != TaskState.UNKNOWN) {
            executions.remove(key);
            dropped.add(task);
        }
    }

    /** Returns the kept executions, in the order of their starts. */
    List<TaskExecution> tasks() {
        return executions.values().stream().map(TaskExecutionBuilder::task).toList();
    }

    EarlierExecutions earlier() {
        return dropped.executions();
    }
}
