package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.session.MemberRequest;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.validation.Checks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * The command line (rule 15.1), parsed but not validated.
 *
 * @param sharedConnections whether tasks share connections of ssh (rule 5.14)
 */
record Arguments(
        Path file,
        RunMode mode,
        Checks checks,
        Defaults defaults,
        Start start,
        Variables variables,
        Files files,
        boolean sharedConnections,
        Console console,
        Outputs outputs) {

    /** Options that a resumed run has anyway, or not. */
    private static final Set<String> OF_THE_START = Set.of(
            Options.RUN,
            Options.START_FROM,
            Options.RESUME_FROM,
            Options.ONLY_FAILED,
            Options.RERUN_UNKNOWN,
            Options.SHOW_PLAN);

    /** The values of tasks that lack a field (rule 4.1). */
    record Defaults(Optional<String> type, Optional<String> timeout) {}

    /**
     * The first task.
     *
     * @param resumeFrom names the run with the results of earlier tasks (rule 15.9)
     * @param members which members of groups run (rules 19.13, 19.14)
     * @param options all others, as words, for the command line that resumes this run
     */
    record Start(Optional<String> task, Optional<String> resumeFrom, MemberRequest members, List<String> options) {}

    /**
     * The values of global variables.
     *
     * @param assignments texts {@code NAME=VALUE}; they override those of the files
     * @param files each overrides those before it
     */
    record Variables(List<String> assignments, List<Path> files) {}

    /**
     * Further files that the command reads.
     *
     * @param executionTypes the file of {@code --exec-types}
     * @param inventory the file of {@code --hosts}
     * @param onFailure the script that runs after a failure
     */
    record Files(Optional<Path> executionTypes, Optional<Path> inventory, Optional<Path> onFailure) {}

    /**
     * What the command prints.
     *
     * @param stream whether lines of output are printed as they arrive
     */
    record Console(Level level, View view, boolean stream, FindingsFormat format) {

        boolean quiet() {
            return view == View.QUIET;
        }
    }

    /** What the command prints of a run (rule 16.10). */
    enum View {
        /** The live view on a terminal, else the log. */
        DEFAULT,
        /** The log. */
        LOG,
        /** The log without colours. */
        PLAIN,
        /** Failures and the outcome. */
        QUIET
    }

    /**
     * Where the command writes files; a report is written only if its file or directory is given.
     *
     * @param json where the record is written as JSON; the empty path means stdout
     */
    record Outputs(
            Optional<String> logDirectory,
            Optional<String> project,
            Optional<Path> junit,
            Optional<Path> report,
            Optional<Path> json) {

        boolean jsonOnStdout() {
            return json.filter(path -> path.toString().isEmpty()).isPresent();
        }
    }

    /** The format in which findings are printed. */
    enum FindingsFormat {
        TEXT,
        JSON,
        SARIF
    }

    /** @param directory the base of relative file names, except that of the task file */
    static Arguments of(ParseResult parsed, Path directory) {
        return of(parsed, parsed.matchedPositionalValue(0, null), directory);
    }

    /** @param file the task file; null if there is none, or several */
    static Arguments of(ParseResult parsed, Path file, Path directory) {
        boolean skipAll = parsed.hasMatchedOption(Options.SKIP_VALIDATION);
        return new Arguments(
                file,
                new RunMode(
                        !parsed.hasMatchedOption(Options.RUN),
                        parsed.hasMatchedOption(Options.STRICT_GAPS),
                        parsed.hasMatchedOption(Options.SHOW_PLAN),
                        parsed.hasMatchedOption(Options.WARNINGS_AS_ERRORS)),
                new Checks(
                        !skipAll && !parsed.hasMatchedOption(Options.SKIP_TASK_VALIDATION),
                        !skipAll && !parsed.hasMatchedOption(Options.SKIP_HOST_VALIDATION),
                        parsed.hasMatchedOption(Options.CONNECTION_TEST),
                        parsed.hasMatchedOption(Options.VALIDATE_ONLY)),
                new Defaults(value(parsed, Options.TYPE), value(parsed, Options.TIMEOUT)),
                new Start(
                        value(parsed, Options.START_FROM),
                        value(parsed, Options.RESUME_FROM),
                        new MemberRequest(
                                value(parsed, Options.LIMIT),
                                parsed.hasMatchedOption(Options.ONLY_FAILED),
                                parsed.hasMatchedOption(Options.RERUN_UNKNOWN)),
                        options(parsed)),
                new Variables(
                        parsed.matchedOptionValue(Options.VAR, List.of()),
                        parsed.matchedOptionValue(Options.VARS, List.<Path>of()).stream()
                                .map(directory::resolve)
                                .toList()),
                new Files(
                        path(parsed, Options.EXEC_TYPES, directory),
                        path(parsed, Options.HOSTS, directory),
                        path(parsed, Options.ON_FAILURE, directory)),
                !parsed.hasMatchedOption(Options.NO_SHARED_CONNECTIONS),
                new Console(
                        logLevel(parsed),
                        view(parsed),
                        parsed.hasMatchedOption(Options.STREAM),
                        parsed.matchedOptionValue(Options.FORMAT, FindingsFormat.TEXT)),
                new Outputs(
                        value(parsed, Options.LOG_DIR),
                        value(parsed, Options.PROJECT),
                        path(parsed, Options.JUNIT, directory),
                        path(parsed, Options.REPORT, directory),
                        Arguments.<Path>value(parsed, Options.OUTPUT_JSON)
                                .map(path -> path.toString().isEmpty() ? path : directory.resolve(path))));
    }

    /** The base name of the task file. */
    String fileName() {
        return baseName(file);
    }

    /** Returns the base name of a file; empty for the root directory, which has no name. */
    static String baseName(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    /** {@code -d} selects DEBUG unless {@code --log-level} selects another level than INFO (rule 16.1). */
    private static Level logLevel(ParseResult parsed) {
        Level level = parsed.matchedOptionValue(Options.LOG_LEVEL, Level.INFO);
        return level == Level.INFO && parsed.hasMatchedOption(Options.DEBUG) ? Level.DEBUG : level;
    }

    private static View view(ParseResult parsed) {
        if (parsed.hasMatchedOption(Options.QUIET)) {
            return View.QUIET;
        }
        if (parsed.hasMatchedOption(Options.PLAIN)) {
            return View.PLAIN;
        }
        boolean log = parsed.hasMatchedOption(Options.LOG_LEVEL) || parsed.hasMatchedOption(Options.DEBUG);
        return log ? View.LOG : View.DEFAULT;
    }

    private static List<String> options(ParseResult parsed) {
        return parsed.matchedOptions().stream()
                .filter(option -> !OF_THE_START.contains(option.longestName()))
                .flatMap(option -> option.arity().max() == 0
                        ? Stream.of(option.longestName())
                        : option.originalStringValues().stream().map(value -> option.longestName() + "=" + value))
                .toList();
    }

    static <T> Optional<T> value(ParseResult parsed, String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, null));
    }

    static Optional<Path> path(ParseResult parsed, String option, Path directory) {
        return Arguments.<Path>value(parsed, option).map(directory::resolve);
    }
}
