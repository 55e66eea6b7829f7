package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.Level;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.journal.Replay;
import io.jenkins.plugins.tasker.report.LogSink;
import io.jenkins.plugins.tasker.report.RunLog;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call of the command with a task file: what happens in which order says rule 15.2. */
final class RunSession {

    private final Arguments arguments;
    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final Terminal terminal;
    private final Clock clock = Clock.systemDefaultZone();
    private final Replay state = new Replay();

    RunSession(Arguments arguments, Map<String, String> environment, Path workingDirectory, PrintStream out) {
        this.arguments = arguments;
        this.environment = environment;
        this.workingDirectory = workingDirectory;
        this.terminal = Terminal.of(out, environment);
    }

    /** @throws StartException if there is not even a log to tell it to */
    int run() throws StartException {
        ExecutionTypes types = ExecutionTypes.builtIn();
        Settings settings = Settings.of(arguments, environment, types);
        Map<String, String> variables = Variables.of(arguments.variables(), arguments.variablesFile());
        Path directory = workingDirectory.resolve(Settings.logDirectory(arguments.logDirectory(), environment));
        RunFiles files = RunFiles.create(directory, arguments.file(), LocalDateTime.now(clock));
        RunLog log = new RunLog(arguments.logLevel(), clock, state::record, List.of(terminal, logFile(files.log())));
        log.always("Starting TASKER " + (arguments.run() ? "execution" : "dry run") + " of " + arguments.file());
        log.always("Log file: " + files.log());
        settings.warnings().forEach(warning -> log.write(Level.WARN, warning));
        try {
            return execute(types, settings, variables, files, log);
        } catch (StartException e) {
            log.write(Level.ERROR, e.getMessage());
            log.always("Final exit code: " + e.exitCode());
            return e.exitCode();
        }
    }

    private int execute(
            ExecutionTypes types, Settings settings, Map<String, String> variables, RunFiles files, RunLog log)
            throws StartException {
        TaskSource source = TaskSource.read(workingDirectory.resolve(arguments.file()));
        source.copyTo(files.taskFileCopy(), log);
        Workflow workflow = Workflow.of(source.taskFile(), variables);
        RunOptions options = new RunOptions(
                settings.executionType(),
                settings.timeLimit(),
                !arguments.run(),
                arguments.strictGaps(),
                startFrom(workflow),
                Map.of(),
                Secrets.NONE);
        Execution execution = new Execution(workflow, options, types, environment, workingDirectory, clock);
        return execution.run(source, settings.described(), files.journal(), arguments.stream(), state, log, terminal);
    }

    private Optional<TaskId> startFrom(Workflow workflow) throws StartException {
        if (arguments.startFrom().isEmpty()) {
            return Optional.empty();
        }
        String text = arguments.startFrom().get();
        TaskId id = TaskId.parse(text)
                .orElseThrow(
                        () -> new StartException(ExitCodes.USAGE, "--start-from '" + text + "' is not a whole number"));
        if (workflow.find(id).isEmpty()) {
            throw new StartException(
                    ExitCodes.UNDEFINED_START,
                    "--start-from " + id + ": there is no such task; tasks are "
                            + workflow.tasks().keySet());
        }
        return Optional.of(id);
    }

    private static LogSink logFile(Path file) throws StartException {
        try {
            return LogSink.to(Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new StartException(
                    ExitCodes.NO_LOG_DIRECTORY, "log file " + file + " cannot be written: " + e.getMessage());
        }
    }
}
