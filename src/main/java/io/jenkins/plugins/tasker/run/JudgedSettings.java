package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.engine.Level;
import io.jenkins.plugins.tasker.engine.RunSetting;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.session.BadSettingException;
import io.jenkins.plugins.tasker.session.SessionRequest;
import io.jenkins.plugins.tasker.session.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Settings of which each has a value that can be used. */
record JudgedSettings(
        RunSettings given, ExecutionTypes types, TaskDefaults defaults, Level logLevel, Optional<TaskId> startFrom) {

    private static final String SOURCE = "step";

    /** @throws AbortException if a value cannot be used; the message says which, and the remedy */
    static JudgedSettings of(RunSettings given) throws AbortException {
        for (String name : given.variables().keySet()) {
            if (!Globals.isName(name)) {
                throw new AbortException("variables: '" + name + "' cannot be the name of a global variable;"
                        + " use letters, digits and _, and no digit in front");
            }
        }
        ExecutionTypes types = ExecutionTypes.builtIn();
        return new JudgedSettings(given, types, defaults(given, types), logLevel(given), startFrom(given));
    }

    private static TaskDefaults defaults(RunSettings given, ExecutionTypes types) throws AbortException {
        RunSetting type = given.type().isEmpty() ? TaskDefaults.defaultType() : TaskDefaults.type(given.type(), SOURCE);
        RunSetting limit = given.timeout().isEmpty()
                ? TaskDefaults.defaultTimeLimit()
                : TaskDefaults.timeLimit(given.timeout(), SOURCE);
        try {
            return TaskDefaults.of(type, limit, types);
        } catch (BadSettingException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private static Level logLevel(RunSettings given) throws AbortException {
        if (given.logLevel().isEmpty()) {
            return Level.INFO;
        }
        String name = given.logLevel().toUpperCase(Locale.ROOT);
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AbortException("logLevel '" + given.logLevel() + "' is not known; use one of "
                        + Arrays.toString(Level.values())));
    }

    private static Optional<TaskId> startFrom(RunSettings given) throws AbortException {
        if (given.startFrom().isEmpty()) {
            return Optional.empty();
        }
        Optional<TaskId> start = TaskId.parse(given.startFrom());
        if (start.isEmpty()) {
            throw new AbortException("startFrom '" + given.startFrom()
                    + "' is not a whole number; name the task to start with, such as 5");
        }
        return start;
    }

    /** The base name of the task file. */
    String fileName() {
        return Path.of(given.file()).getFileName().toString();
    }

    SessionRequest request(TaskFileReader.Content content, Path journal) {
        return new SessionRequest(
                fileName(),
                content,
                given.variables(),
                types,
                defaults.executionType(),
                defaults.timeLimit(),
                described(),
                given.dryRun(),
                given.strictGaps(),
                startFrom,
                Optional.empty(),
                given.checks(),
                given.showPlan(),
                Secrets.NONE,
                journal);
    }

    private List<RunSetting> described() {
        List<RunSetting> described = new ArrayList<>(defaults.described());
        if (!given.project().isEmpty()) {
            described.add(new RunSetting("project", given.project(), SOURCE));
        }
        return described;
    }
}
