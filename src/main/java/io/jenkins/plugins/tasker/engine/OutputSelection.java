package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputSplitter;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Split;
import java.util.Optional;

/** Selects an element of an output; warns if the element does not exist (rules 6.1 and 6.2). */
final class OutputSelection {

    private OutputSelection() {}

    static Output select(RunContext run, TaskKey task, Field field, Output output, Optional<Split> split) {
        if (split.isEmpty() || run.options.mode().dryRun()) {
            return output;
        }
        OutputSplitter.Selection selection = OutputSplitter.select(output, split.get(), run.options.spools());
        selection.problem().ifPresent(problem -> run.warn(task, "'" + field + "': " + problem));
        return selection.output();
    }
}
