package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/** Looks up results of tasks for references (rule 7.4). */
@FunctionalInterface
public interface ResultLookup {

    ResultLookup NONE = reference -> Optional.empty();

    /** Returns the value of a reference; empty if the task has no such result, or does not have it yet (rule 7.5). */
    Optional<String> find(ResultReference reference);

    /** Returns the name of the host on which a fan-out task runs its command (rule 19.5); empty elsewhere. */
    default Optional<String> host() {
        return Optional.empty();
    }
}
