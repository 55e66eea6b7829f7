package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.text.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** What was given on the command line (rule 15.1), not yet judged. */
record Arguments(
        Path file,
        boolean run,
        Optional<String> logDirectory,
        Level logLevel,
        Optional<String> type,
        Optional<String> timeout,
        boolean connectionTest,
        Optional<String> project,
        Optional<String> startFrom,
        Optional<String> resumeFrom,
        boolean skipTaskValidation,
        boolean skipHostValidation,
        boolean validateOnly,
        boolean showPlan,
        boolean strictGaps,
        boolean stream,
        Optional<Path> executionTypes,
        List<String> variables,
        Optional<Path> variablesFile,
        Optional<Path> junit,
        Optional<Path> report,
        FindingsFormat format) {

    /** How findings are printed. */
    enum FindingsFormat {
        TEXT,
        JSON,
        SARIF
    }

    /** @param directory to which relative names of other files than the task file are relative */
    static Arguments of(ParseResult parsed, Path directory) {
        boolean skipAll = parsed.hasMatchedOption(Options.SKIP_VALIDATION);
        return new Arguments(
                parsed.matchedPositionalValue(0, null),
                parsed.hasMatchedOption(Options.RUN),
                value(parsed, Options.LOG_DIR),
                logLevel(parsed),
                value(parsed, Options.TYPE),
                value(parsed, Options.TIMEOUT),
                parsed.hasMatchedOption(Options.CONNECTION_TEST),
                value(parsed, Options.PROJECT),
                value(parsed, Options.START_FROM),
                value(parsed, Options.RESUME_FROM),
                skipAll || parsed.hasMatchedOption(Options.SKIP_TASK_VALIDATION),
                skipAll || parsed.hasMatchedOption(Options.SKIP_HOST_VALIDATION),
                parsed.hasMatchedOption(Options.VALIDATE_ONLY),
                parsed.hasMatchedOption(Options.SHOW_PLAN),
                parsed.hasMatchedOption(Options.STRICT_GAPS),
                parsed.hasMatchedOption(Options.STREAM),
                Arguments.<Path>value(parsed, Options.EXEC_TYPES).map(directory::resolve),
                parsed.matchedOptionValue(Options.VAR, List.of()),
                Arguments.<Path>value(parsed, Options.VARS).map(directory::resolve),
                Arguments.<Path>value(parsed, Options.JUNIT).map(directory::resolve),
                Arguments.<Path>value(parsed, Options.REPORT).map(directory::resolve),
                parsed.matchedOptionValue(Options.FORMAT, FindingsFormat.TEXT));
    }

    /** The base name of the task file; empty for the root directory, which has no name. */
    String fileName() {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    /** {@code -d} counts unless another level than INFO was asked for (rule 16.1). */
    private static Level logLevel(ParseResult parsed) {
        Level level = parsed.matchedOptionValue(Options.LOG_LEVEL, Level.INFO);
        return level == Level.INFO && parsed.hasMatchedOption(Options.DEBUG) ? Level.DEBUG : level;
    }

    static <T> Optional<T> value(ParseResult parsed, String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, null));
    }
}
