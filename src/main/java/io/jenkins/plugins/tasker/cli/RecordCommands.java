package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.cli.live.TerminalSize;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.journal.RecordedRuns;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.outputs.StoredOutputs;
import io.jenkins.plugins.tasker.report.RunFilter;
import io.jenkins.plugins.tasker.report.RunList;
import io.jenkins.plugins.tasker.report.RunText;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.report.TaskLabels;
import io.jenkins.plugins.tasker.report.TaskOutput;
import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.report.files.OldRuns;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.DecimalText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The commands {@code tasker runs}, {@code show} and {@code clean}, for the records of the log directory. */
final class RecordCommands {

    /** The width of tables for an output that is no terminal. */
    private static final int DEFAULT_WIDTH = 120;

    private final ParseResult parsed;
    private final Path directory;
    private final TerminalStyle style;
    private final PrintStream out;
    private final Clock clock = new LocalClock();

    RecordCommands(ParseResult parsed, Map<String, String> environment, Path workingDirectory, PrintStream out) {
        this.parsed = parsed;
        this.directory = workingDirectory.resolve(
                SettingResolver.logDirectory(Arguments.value(parsed, Options.LOG_DIR), environment)
                        .value());
        TerminalStyle terminal = Terminal.style(environment);
        this.style = terminal.equals(TerminalStyle.PLAIN)
                ? new TerminalStyle(false, TerminalSize.columns(environment, DEFAULT_WIDTH))
                : terminal;
        this.out = out;
    }

    void list() throws StartException {
        Optional<String> since = Arguments.value(parsed, Subcommands.SINCE);
        RunFilter filter = new RunFilter(
                Arguments.value(parsed, Options.PROJECT),
                parsed.hasMatchedOption(Subcommands.FAILED),
                since.isPresent() ? Optional.of(Age.parse(Subcommands.SINCE, since.get(), clock)) : Optional.empty());
        try {
            out.print(RunList.of(
                    new RecordedRuns(directory).newestFirst(), filter, ZoneId.systemDefault(), style.width()));
        } catch (IOException e) {
            throw unusable("read", e);
        }
    }

    void show() throws StartException {
        String run = OptionFiles.recordName(parsed.matchedPositionalValue(0, ""), directory, Optional.empty());
        RunRecord record = OptionFiles.record(run, directory);
        Optional<String> task = Arguments.value(parsed, Subcommands.TASK);
        if (task.isPresent()) {
            output(TaskOutput.named(record, task.get()), run, task.get());
        } else {
            out.print(RunText.of(run, record, ZoneId.systemDefault(), style));
        }
    }

    private void output(List<TaskExecution> tasks, String run, String label) throws StartException {
        if (tasks.isEmpty()) {
            throw new StartException(
                    ExitCodes.USAGE,
                    "--task '" + label + "': the run executed no such task; 'tasker show " + run + "' lists its tasks");
        }
        try {
            StoredOutputs stored = new StoredOutputs(directory.resolve(run + ".outputs"));
            for (TaskExecution task : tasks) {
                out.println("# " + TaskLabels.onHost(task) + ": " + StatusMark.of(task, false).word);
                TaskOutput.complete(task, stored, out);
            }
        } catch (IOException e) {
            throw new StartException(ExitCodes.UNREADABLE_FILE, "the output cannot be read: " + e.getMessage());
        }
    }

    void clean() throws StartException {
        String age = parsed.matchedOptionValue(Subcommands.OLDER_THAN, "");
        Instant before = Age.parse(Subcommands.OLDER_THAN, age, clock);
        try {
            OldRuns.Deleted deleted = OldRuns.delete(directory, before);
            out.println("Deleted " + Counted.of(deleted.runs(), "run") + ": " + Counted.of(deleted.files(), "file")
                    + ", " + DecimalText.decimal(deleted.bytes() / 1e6) + " MB");
        } catch (IOException e) {
            throw unusable("cleaned", e);
        }
    }

    private StartException unusable(String done, IOException e) {
        return new StartException(
                ExitCodes.UNREADABLE_FILE,
                "log directory " + directory + " cannot be " + done + ": "
                        + (e instanceof NotDirectoryException ? "it is not a directory" : e.getMessage()));
    }
}
