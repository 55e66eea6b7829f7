package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.output.Spool;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.command.process.LocalCommandRunner;
import io.jenkins.plugins.tasker.command.process.LocalPrograms;
import io.jenkins.plugins.tasker.command.ssh.SharedConnections;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.hosts.Inventory;
import io.jenkins.plugins.tasker.hosts.LocalHostFiles;
import io.jenkins.plugins.tasker.journal.PrivateFile;
import io.jenkins.plugins.tasker.journal.RunRecordBuilder;
import io.jenkins.plugins.tasker.report.files.LogFile;
import io.jenkins.plugins.tasker.report.files.LogFileSet;
import io.jenkins.plugins.tasker.report.log.LiveLines;
import io.jenkins.plugins.tasker.report.log.LogSink;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.session.ExecutionEnvironment;
import io.jenkins.plugins.tasker.session.JournalFile;
import io.jenkins.plugins.tasker.session.NotStarted;
import io.jenkins.plugins.tasker.session.ResolvedDefaults;
import io.jenkins.plugins.tasker.session.RunInput;
import io.jenkins.plugins.tasker.session.RunObservers;
import io.jenkins.plugins.tasker.session.RunRequest;
import io.jenkins.plugins.tasker.session.RunSession;
import io.jenkins.plugins.tasker.session.RunStart;
import io.jenkins.plugins.tasker.session.SessionEndedException;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.validation.HostResolver;
import io.jenkins.plugins.tasker.validation.NodeTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a task file with processes of this machine, and writes log, journal and reports. */
final class RunCommand {

    private final Arguments arguments;
    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final RunDisplay display;
    private final RunObservers.Approval approval;
    private final Clock clock = new LocalClock();
    private final RunRecordBuilder state = new RunRecordBuilder();
    private Optional<String> declinedBy = Optional.empty();

    RunCommand(
            Arguments arguments,
            Map<String, String> environment,
            Path workingDirectory,
            RunDisplay display,
            RunObservers.Approval approval) {
        this.arguments = arguments;
        this.environment = environment;
        this.workingDirectory = workingDirectory;
        this.display = display;
        this.approval = approval;
    }

    /** @throws StartException if the run cannot start or has no log to report the reason */
    int run() throws StartException {
        ExecutionTypes types = OptionFiles.executionTypes(arguments.files().executionTypes());
        ResolvedDefaults defaults = SettingResolver.of(arguments, environment, types);
        VariableOptions variables = VariableOptions.of(arguments.variables());
        Inventory inventory = OptionFiles.inventory(arguments.files().inventory());
        Optional<TaskId> startFrom = startFrom();
        SettingSource logDirectory =
                SettingResolver.logDirectory(arguments.outputs().logDirectory(), environment);
        Path directory = workingDirectory.resolve(logDirectory.value());
        RunOutputs.check(arguments);
        LogFileSet files = files(directory);
        RunOutputs outputs = new RunOutputs(arguments, files, clock, display.out());
        RunLog log = new RunLog(arguments.console().level(), clock, state::record, sinks(files.log()));
        log.begin(
                arguments.file().toString(),
                arguments.mode().dryRun(),
                files.log().toString());
        defaults.warnings().forEach(warning -> log.write(Level.WARN, warning));
        List<SettingSource> described =
                SettingResolver.described(defaults, logDirectory, arguments, variables.values());
        int exitCode = execute(defaults, described, types, variables, inventory, startFrom, files, log);
        outputs.write(exitCode, declinedBy, state.record(), log);
        if (exitCode != ExitCodes.OK
                && !arguments.mode().dryRun()
                && !arguments.checks().only()) {
            Path taskFile = workingDirectory.resolve(arguments.file());
            arguments
                    .files()
                    .onFailure()
                    .ifPresent(script -> new FailureScript(script, workingDirectory, environment, log)
                            .run(exitCode, state.record(), taskFile, files));
        }
        display.ended(
                exitCode, state.record(), new RunDisplay.LoggedAs(files.log().toString(), files.name()));
        return exitCode;
    }

    private LogFileSet files(Path directory) throws StartException {
        try {
            return LogFileSet.createPrivate(directory, arguments.fileName(), LocalDateTime.now(clock));
        } catch (IOException e) {
            throw new StartException(
                    ExitCodes.NO_LOG_DIRECTORY, e.getMessage() + "; choose another one with -l or TASK_EXECUTOR_LOG");
        }
    }

    private int execute(
            ResolvedDefaults defaults,
            List<SettingSource> described,
            ExecutionTypes types,
            VariableOptions variables,
            Inventory inventory,
            Optional<TaskId> startFrom,
            LogFileSet files,
            RunLog log)
            throws StartException {
        try {
            Path taskFile = workingDirectory.resolve(arguments.file());
            TaskFileReader.Content content = TaskFileReader.read(taskFile);
            HostSources hosts = new HostSources(inventory, LocalHostFiles.in(taskFile.getParent()));
            List<SettingSource> settings = new ArrayList<>(described);
            RunStart start = start(startFrom, settings, files.directory());
            RunRequest request = new RunRequest(
                    new RunInput(arguments.fileName(), content, variables.values(), variables.named(), hosts),
                    new ExecutionSettings(types, defaults.values(), UpperLimits.NONE),
                    arguments.mode(),
                    start,
                    arguments.checks(),
                    Secrets.NONE,
                    new JournalFile(files.journal(), true),
                    List.copyOf(settings));
            String masked = request.secrets().mask(content.text());
            byte[] copied = masked.equals(content.text()) ? content.bytes() : masked.getBytes(StandardCharsets.UTF_8);
            copy(copied, files.taskFileCopy(), log);
            return session(request, files, log);
        } catch (UnreadableTaskFileException e) {
            log.write(Level.ERROR, e.getMessage());
            log.always("Final exit code: " + e.exitCode());
            return e.exitCode();
        }
    }

    private int session(RunRequest request, LogFileSet files, RunLog log) throws StartException {
        List<RunListener> others = new ArrayList<>();
        if (arguments.console().stream()) {
            others.add(LiveLines.ofAll(line -> {
                log.always(line);
                display.streamed(line);
            }));
        }
        others.addAll(display.listeners());
        Spool.Factory spools = TemporaryFile.in(files.directory());
        try (LocalCommandRunner runner = new LocalCommandRunner(workingDirectory, environment, spools);
                SharedConnections connections = new SharedConnections(runner, arguments.sharedConnections())) {
            ExecutionEnvironment execution = new ExecutionEnvironment(
                    connections,
                    new LocalPrograms(workingDirectory, environment),
                    HostResolver.local(),
                    NodeTypes.NONE);
            RunDisplay.CheckedText checked =
                    new RunDisplay.CheckedText(request.input().content().text(), request.secrets());
            RunObservers observers = new RunObservers(
                    state,
                    log,
                    display.symbols(),
                    others,
                    new FindingsOutput(arguments, files.directory(), display, log, checked, clock),
                    display.approval(approval));
            RunSession session = new RunSession(request, execution, observers, clock);
            SignalHandling.install(session::interrupt);
            int exitCode = session.run();
            declinedBy = session.notStarted().flatMap(NotStarted::declinedBy);
            return exitCode;
        } catch (InterruptedException e) {
            throw new StartException(ExitCodes.INTERNAL_ERROR, "the run was cut off: its thread was interrupted");
        }
    }

    private RunStart start(Optional<TaskId> task, List<SettingSource> described, Path logDirectory) {
        return source(task, described, logDirectory).with(arguments.start().members());
    }

    private RunStart source(Optional<TaskId> task, List<SettingSource> described, Path logDirectory) {
        Optional<String> run = arguments.start().resumeFrom();
        if (task.isEmpty() || run.isEmpty()) {
            return RunStart.at(task);
        }
        try {
            String name = OptionFiles.recordName(run.get(), logDirectory, Optional.of(arguments.fileName()));
            described.add(SettingResolver.resumedRun(name));
            return RunStart.resuming(task.get(), OptionFiles.record(name, logDirectory));
        } catch (StartException e) {
            return RunStart.failed(
                    task.get(), new SessionEndedException(e.exitCode(), "--resume-from: " + e.getMessage()));
        }
    }

    private Optional<TaskId> startFrom() throws StartException {
        if (arguments.start().task().isEmpty()) {
            return Optional.empty();
        }
        String text = arguments.start().task().get();
        return Optional.of(TaskId.parse(text)
                .orElseThrow(() ->
                        new StartException(ExitCodes.USAGE, "--start-from '" + text + "' is not a whole number")));
    }

    /** Copies the task file; a failure is logged at WARN (rule 16.5). */
    private static void copy(byte[] bytes, Path copy, RunLog log) {
        try {
            PrivateFile.create(copy);
            Files.write(copy, bytes);
        } catch (IOException e) {
            log.write(Level.WARN, "the task file could not be copied to " + copy + ": " + e.getMessage());
        }
    }

    private List<LogSink> sinks(Path file) throws StartException {
        List<LogSink> sinks = new ArrayList<>(display.sinks());
        sinks.add(logFile(file));
        return sinks;
    }

    private static LogSink logFile(Path file) throws StartException {
        try {
            return LogFile.append(file);
        } catch (IOException e) {
            throw new StartException(ExitCodes.NO_LOG_DIRECTORY, e.getMessage());
        }
    }
}
