package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.RestoredResults;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.ShellQuoting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the command line that resumes a run, ready to be pasted (rule 24.1). */
public final class ResumeCommandLine {

    private static final String OPTION = "option ";

    private ResumeCommandLine() {}

    /**
     * Returns the command line with the options of the recorded run. Values of variables are not recorded, since they may be
     * secrets; their names stand in the command line.
     *
     * @param name by which {@code --resume-from} finds the record
     * @return empty if the run ended successfully, or no task of it can be resumed from
     */
    public static Optional<String> of(String name, RunRecord run) {
        return run.started().flatMap(started -> {
            StringBuilder options = new StringBuilder();
            started.settings().forEach(setting -> option(options, setting));
            return of(name, run, options.toString(), ShellQuoting.word(started.fileName()));
        });
    }

    /**
     * Returns the command line of a run that this command has just made.
     *
     * @param options of this run, without those that select mode and start
     * @param file the task file as the user named it
     */
    public static Optional<String> of(String name, RunRecord run, List<String> options, String file) {
        String words =
                options.stream().map(word -> " " + ShellQuoting.word(word)).collect(Collectors.joining());
        return of(name, run, words, ShellQuoting.word(file));
    }

    private static Optional<String> of(String name, RunRecord run, String options, String file) {
        boolean done = run.ended().map(end -> end.exitCode() == 0).orElse(false);
        return done || run.isDryRun()
                ? Optional.empty()
                : RestoredResults.suggestedStart(run)
                        .map(start -> "tasker -r" + options + " --resume-from=" + ShellQuoting.word(name)
                                + " --start-from=" + start
                                + (repeatsMembers(run, start) ? " --only-failed" : "") + " " + file);
    }

    /**
     * Returns whether the start is a group with members that did not succeed: then only these run again.
     * Members with an unknown end are not repeated; {@code --only-failed} names them and asks for a decision (rule 19.14).
     */
    private static boolean repeatsMembers(RunRecord run, TaskId start) {
        return run.tasks().stream()
                .filter(task -> task.isGroup() && task.key().task().equals(start))
                .reduce((earlier, last) -> last)
                .map(group -> group.result()
                        .flatMap(TaskResult::counts)
                        .map(counts -> counts.failed() + counts.notStarted() > 0)
                        .orElse(true))
                .orElse(false);
    }

    private static void option(StringBuilder line, SettingSource setting) {
        if (setting.name().equals("variables")) {
            for (String name : setting.value().split(", ")) {
                line.append(" --var ").append(name).append("=...");
            }
        } else if (setting.source().startsWith(OPTION) && !setting.name().equals("results of")) {
            String option = setting.source().substring(OPTION.length());
            line.append(' ').append(option);
            if (setting.name().equals("time limit")) {
                line.append(' ').append(setting.value().replace(" s", ""));
            } else if (!setting.value().equals("yes")) {
                line.append(option.startsWith("--") ? "=" : " ").append(ShellQuoting.word(setting.value()));
            }
        }
    }
}
