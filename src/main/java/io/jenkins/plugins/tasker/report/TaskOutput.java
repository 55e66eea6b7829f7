package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskAttempt;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.Optional;

/** Formats the output of one execution of a task as plain text, attempt after attempt. */
public final class TaskOutput {

    private final StringBuilder text = new StringBuilder();

    private TaskOutput() {}

    /**
     * Returns the recorded output. Control characters other than line ends and tabs are escaped, so that a terminal does not
     * interpret them.
     *
     * @param execution as returned by {@link TaskAnchor#execution}, such as {@code 5-6.0.0.0}
     * @return empty if the run lacks the execution
     */
    public static Optional<String> of(RunRecord run, String execution) {
        return run.tasks().stream()
                .filter(task -> TaskAnchor.execution(task.key()).equals(execution))
                .findFirst()
                .map(TaskOutput::of);
    }

    /** Returns the stderr of the last attempt, or its stdout if stderr is blank; without surrounding white space. */
    public static String message(TaskExecution task) {
        return task.lastEnd()
                .map(end -> end.stderrShown().isBlank() ? end.stdoutShown() : end.stderrShown())
                .map(String::strip)
                .orElse("");
    }

    private static String of(TaskExecution task) {
        TaskOutput output = new TaskOutput();
        task.attempts().forEach(attempt -> output.attempt(attempt, task.retries() > 0));
        return output.text.toString();
    }

    private void attempt(TaskAttempt attempt, boolean several) {
        if (several) {
            line("# " + attempt.started().task().label() + ": " + StatusReason.outcome(attempt));
        }
        attempt.ended().ifPresent(end -> {
            stream("stdout", end.stdoutShown());
            stream("stderr", end.stderrShown());
        });
    }

    private void stream(String name, String output) {
        if (output.isEmpty()) {
            return;
        }
        line("# " + name);
        String visible = VisibleText.lines(output);
        text.append(visible).append(visible.endsWith("\n") ? "" : "\n");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
