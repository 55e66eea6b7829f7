package io.jenkins.plugins.tasker.report.html;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.TaskAttempt;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.outputs.StoredOutputs;
import io.jenkins.plugins.tasker.report.DurationText;
import io.jenkins.plugins.tasker.report.Markup;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.report.StatusReason;
import io.jenkins.plugins.tasker.report.TaskOutput;
import io.jenkins.plugins.tasker.text.Shortened;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the output of a task: one line as plain text, more lines as a collapsed element that the reader can open. Outputs
 * share a budget, so that the page of a thousand tasks stays below a megabyte. Record and log contain more.
 */
final class HtmlOutput {

    /** Characters for the outputs of all problems, and again for those of all other tasks. */
    private static final int BUDGET = 140_000;

    /** The minimum share of a task in the budget. */
    private static final int LEAST = 60;

    private static final int ONE_LINE = 100;

    private final Markup html;
    private final int shownOfProblems;
    private final int shownOfOthers;
    private final Optional<Function<TaskExecution, String>> links;
    private final Optional<StoredOutputs> outputs;

    /** Writes outputs into the page. */
    HtmlOutput(Markup html, List<TaskExecution> tasks) {
        this(html, tasks, Optional.empty(), Optional.empty());
    }

    /**
     * Links outputs of more than a line; the page fetches one when the reader opens it.
     *
     * @param link returns the address of the output of a task as plain text
     * @param outputs the stored outputs, of which the record holds parts only
     */
    HtmlOutput(Markup html, Function<TaskExecution, String> link, Optional<StoredOutputs> outputs) {
        this(html, List.of(), Optional.of(link), outputs);
    }

    private HtmlOutput(
            Markup html,
            List<TaskExecution> tasks,
            Optional<Function<TaskExecution, String>> links,
            Optional<StoredOutputs> outputs) {
        this.outputs = outputs;
        this.html = html;
        this.links = links;
        long problems = tasks.stream()
                .filter(task -> StatusMark.of(task, false).isProblem())
                .count();
        this.shownOfProblems = share(problems);
        this.shownOfOthers = share(tasks.size() - problems);
    }

    private static int share(long tasks) {
        return (int) Math.min(TaskResult.STORED_OUTPUT, Math.max(LEAST, BUDGET / Math.max(1, tasks)));
    }

    void write(TaskExecution task) {
        String reason = StatusReason.of(task);
        if (!reason.isEmpty()) {
            html.element("p", reason);
        }
        task.returned().ifPresent(code -> html.element("p", "ended the run with exit code " + code));
        if (task.attempts().isEmpty()) {
            return;
        }
        int shown = StatusMark.of(task, false).isProblem() ? shownOfProblems : shownOfOthers;
        String single =
                task.retries() == 0 ? task.lastEnd().map(HtmlOutput::singleLine).orElse("") : "";
        boolean nothing = task.retries() == 0
                && task.lastEnd()
                        .map(end ->
                                end.stdoutShown().isBlank() && end.stderrShown().isBlank())
                        .orElse(true);
        if (nothing) {
            return;
        }
        if (!single.isEmpty()) {
            html.element("samp", single);
            return;
        }
        if (links.isPresent()) {
            String link = links.get().apply(task);
            html.start("details", "class", "output", "data-output", link).element("summary", summary(task));
            html.element("a", "Output as plain text", "href", link);
            if (outputs.isPresent() && outputs.get().has(task)) {
                html.text(", ").element("a", "complete output as a file", "href", link + "&complete=true");
            }
            html.end();
            return;
        }
        html.start("details").element("summary", summary(task));
        for (TaskAttempt attempt : task.attempts()) {
            if (task.retries() > 0) {
                String how = attempt.ended()
                        .map(end -> DurationText.brief(end.result().duration()))
                        .orElse("");
                html.element(
                        "h3",
                        attempt.started().task().label() + ": " + StatusReason.outcome(attempt)
                                + (how.isEmpty() ? "" : ", " + how));
            }
            attempt.ended().ifPresent(end -> {
                stream("stdout", end.stdoutShown(), end.stdout().length(), shown);
                stream("stderr", end.stderrShown(), end.stderr().length(), shown);
            });
        }
        html.end();
    }

    /** Returns the whole output if it is one short line, else an empty text. */
    private static String singleLine(RunEvent.TaskEnded end) {
        String text = (end.stdoutShown().strip() + "\n" + end.stderrShown().strip()).strip();
        return text.length() <= ONE_LINE && text.indexOf('\n') < 0 ? text : "";
    }

    private static String summary(TaskExecution task) {
        if (task.retries() > 0) {
            return "Output of " + (task.retries() + 1) + " attempts";
        }
        String message = TaskOutput.message(task);
        int lineEnd = message.indexOf('\n');
        String preview = lineEnd < 0 ? message : message.substring(0, lineEnd);
        return Shortened.of(preview, ONE_LINE, "\u2026");
    }

    private void stream(String name, String text, long length, int shown) {
        String trimmed = text.stripTrailing();
        if (trimmed.isEmpty()) {
            return;
        }
        boolean cut = shown < trimmed.length() || length > text.length();
        html.element("h4", name + (cut ? " (parts of " + length + " characters)" : ""));
        html.element("pre", Shortened.ends(trimmed, shown));
    }
}
