package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.journal.RecordedRuns;
import io.jenkins.plugins.tasker.report.RunList;
import io.jenkins.plugins.tasker.report.RunText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The commands {@code tasker runs} and {@code tasker show RUN}, which read the records of the log directory. */
final class RecordCommands {

    private static final int DEFAULT_WIDTH = 120;

    private final ParseResult parsed;
    private final Path directory;
    private final int width;
    private final PrintStream out;

    RecordCommands(ParseResult parsed, Map<String, String> environment, Path workingDirectory, PrintStream out) {
        this.parsed = parsed;
        this.directory = workingDirectory.resolve(
                SettingResolver.logDirectory(Arguments.value(parsed, Options.LOG_DIR), environment)
                        .value());
        this.width = width(environment.getOrDefault("COLUMNS", ""));
        this.out = out;
    }

    private static int width(String columns) {
        return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    }

    void list() throws StartException {
        try {
            out.print(RunList.of(new RecordedRuns(directory).newestFirst(), ZoneId.systemDefault(), width));
        } catch (IOException e) {
            throw new StartException(
                    ExitCodes.UNREADABLE_FILE,
                    "log directory " + directory + " cannot be read: "
                            + (e instanceof NotDirectoryException ? "it is not a directory" : e.getMessage()));
        }
    }

    void show() throws StartException {
        String run = OptionFiles.recordName(parsed.matchedPositionalValue(0, ""), directory, Optional.empty());
        out.print(RunText.of(run, OptionFiles.record(run, directory), ZoneId.systemDefault(), width));
    }
}
