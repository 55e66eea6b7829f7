package io.jenkins.plugins.tasker.cli.live;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.OutcomeSentence;
import io.jenkins.plugins.tasker.report.Problem;
import io.jenkins.plugins.tasker.report.TaskLabels;
import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.text.DisplayWidth;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formats the end of a run: the outcome in a sentence, what failed, and how to resume (rule 24.1). */
public final class OutcomeLines {

    /** How many problems are named; {@code tasker show} names all. */
    private static final int PROBLEMS = 10;

    private OutcomeLines() {}

    /** @param resume the command line that resumes the run, if there is one */
    public static List<String> of(RunRecord run, Optional<String> resume, TerminalStyle style) {
        List<String> lines = new ArrayList<>();
        int exitCode = run.ended().map(RunEvent.RunEnded::exitCode).orElse(1);
        List<Problem> problems = Problem.of(run, false);
        style.wrap(VisibleText.onTerminal(OutcomeSentence.of(run, false)), "")
                .forEach(line -> lines.add(
                        exitCode != 0
                                ? style.error(line)
                                : problems.isEmpty() ? style.success(line) : style.warning(line)));
        problems.stream().limit(PROBLEMS).forEach(problem -> lines.add(style.error(problem(problem, style))));
        if (problems.size() > PROBLEMS) {
            lines.add(DisplayWidth.cut("  and " + (problems.size() - PROBLEMS) + " more", style.width()));
        }
        resume.ifPresent(command -> lines.addAll(command(command, style)));
        return lines;
    }

    private static String problem(Problem problem, TerminalStyle style) {
        String tasks = TaskLabels.folded(problem.tasks());
        return DisplayWidth.cut("  " + VisibleText.onTerminal(tasks + ": " + problem.reason()), style.width());
    }

    /** Breaks the line so that a shell reads it as one when it is pasted. */
    private static List<String> command(String command, TerminalStyle style) {
        TerminalStyle narrower = new TerminalStyle(false, Math.max(1, style.width() - 2));
        List<String> lines = new ArrayList<>(List.of("To resume:"));
        List<String> parts = narrower.wrap("  " + VisibleText.onTerminal(command), "    ");
        for (int i = 0; i < parts.size(); i++) {
            lines.add(style.bold(parts.get(i)) + (i < parts.size() - 1 ? " \\" : ""));
        }
        return lines;
    }
}
