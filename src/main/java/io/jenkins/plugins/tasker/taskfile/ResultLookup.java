package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/** Where the results of tasks are looked up when references are replaced (rule 7.4). */
@FunctionalInterface
public interface ResultLookup {

    ResultLookup NONE = reference -> Optional.empty();

    /** The value, or empty if the task has no such result (yet): rule 7.5. */
    Optional<String> find(ResultReference reference);
}
