package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.journal.RestoredResults;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.text.ShellQuoting;
import java.util.Optional;

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
        boolean done = run.ended().map(end -> end.exitCode() == 0).orElse(false);
        if (done || run.isDryRun() || run.started().isEmpty()) {
            return Optional.empty();
        }
        RunEvent.RunStarted started = run.started().get();
        return RestoredResults.suggestedStart(run).map(start -> {
            StringBuilder line = new StringBuilder("tasker -r");
            started.settings().forEach(setting -> option(line, setting));
            return line.append(" --resume-from=")
                    .append(ShellQuoting.word(name))
                    .append(" --start-from=")
                    .append(start)
                    .append(' ')
                    .append(ShellQuoting.word(started.fileName()))
                    .toString();
        });
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
