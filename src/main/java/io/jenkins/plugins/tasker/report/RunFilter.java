package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.journal.RunRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * Selects runs from a list.
 *
 * @param project the project that the run belongs to
 * @param failed whether only runs count that did not end with 0, including those without an end
 * @param since the earliest start
 */
public record RunFilter(Optional<String> project, boolean failed, Optional<Instant> since) {

    /** Selects all runs. */
    public static final RunFilter ALL = new RunFilter(Optional.empty(), false, Optional.empty());

    /** @param run the record; an outline is sufficient */
    boolean accepts(RunRecord run) {
        return isOfProject(run)
                && (!failed || run.ended().map(end -> end.exitCode() != 0).orElse(true))
                && (since.isEmpty()
                        || run.started()
                                .filter(start -> !start.time().isBefore(since.get()))
                                .isPresent());
    }

    private boolean isOfProject(RunRecord run) {
        return project.isEmpty()
                || run.started().stream()
                        .flatMap(start -> start.settings().stream())
                        .anyMatch(setting -> setting.name().equals("project")
                                && setting.value().equals(project.get()));
    }
}
