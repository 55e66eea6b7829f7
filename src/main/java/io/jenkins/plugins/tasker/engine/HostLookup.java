package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.ResultReference;
import java.util.Optional;

/** The results that the command of a fan-out task sees on one host (rule 19.5). */
record HostLookup(ResultStore results, String name) implements ResultLookup {

    @Override
    public Optional<String> find(ResultReference reference) {
        return reference.onHost()
                ? results.onHost(reference.task(), name).flatMap(result -> results.value(reference, result))
                : results.find(reference);
    }

    @Override
    public Optional<String> host() {
        return Optional.of(name);
    }
}
