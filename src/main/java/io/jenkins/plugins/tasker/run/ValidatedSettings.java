package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import io.jenkins.plugins.tasker.agent.WorkspaceFile;
import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.configuration.DefaultInventory;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.credentials.BoundCredentials;
import io.jenkins.plugins.tasker.credentials.CredentialLookup;
import io.jenkins.plugins.tasker.credentials.SecretFiles;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.hosts.HostFiles;
import io.jenkins.plugins.tasker.hosts.HostListException;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.hosts.Inventory;
import io.jenkins.plugins.tasker.hosts.UnreadableHostFileException;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.session.JournalFile;
import io.jenkins.plugins.tasker.session.NotStarted;
import io.jenkins.plugins.tasker.session.RunInput;
import io.jenkins.plugins.tasker.session.RunRequest;
import io.jenkins.plugins.tasker.session.RunStart;
import io.jenkins.plugins.tasker.session.UnknownVariables;
import io.jenkins.plugins.tasker.session.UsedTypes;
import io.jenkins.plugins.tasker.session.VariableAssignment;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.web.RunName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a step after validation.
 *
 * @param kept completes them from the environment and the global configuration
 */
public record ValidatedSettings(
        StepSettings given,
        KeptSettings kept,
        TypeCredentials credentials,
        Level logLevel,
        Optional<TaskId> startFrom,
        UnhandledFailures unhandledFailures) {

    private static final String SOURCE = "step";

    /**
     * Validates the settings of a step.
     *
     * @param environment of the build
     * @throws AbortException if a value is not valid; the message contains its name and the remedy
     */
    static ValidatedSettings of(StepSettings given, TaskerConfiguration configuration, Map<String, String> environment)
            throws AbortException {
        return of(
                given,
                new KeptSettings(
                        configuration.types(),
                        DefaultResolver.of(given.defaults(), configuration, environment),
                        configuration.limits(),
                        configuration.getDefaultInventory(),
                        configuration.credentialIds()));
    }

    /** Validates the settings of a step that continues with what it took from elsewhere when it began. */
    static ValidatedSettings of(StepSettings given, KeptSettings kept) throws AbortException {
        variables(given.variables());
        return new ValidatedSettings(
                given,
                kept,
                TypeCredentials.of(given.credentials(), kept.credentialIds(), kept.types()),
                logLevel(given.reports().logLevel()),
                startFrom(given.startFrom()),
                UnhandledFailures.of(given.unhandledFailures()));
    }

    static void variables(Map<String, String> given) throws AbortException {
        try {
            given.forEach(VariableAssignment::new);
        } catch (IllegalArgumentException e) {
            throw new AbortException(Messages.ValidatedSettings_variables(e.getMessage()));
        }
    }

    static Level logLevel(String given) throws AbortException {
        if (given.isEmpty()) {
            return Level.INFO;
        }
        String name = given.toUpperCase(Locale.ROOT);
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AbortException(
                        Messages.ValidatedSettings_logLevel(given, Arrays.toString(Level.values()))));
    }

    public static Optional<TaskId> startFrom(String given) throws AbortException {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Optional<TaskId> start = TaskId.parse(given);
        if (start.isEmpty()) {
            throw new AbortException(Messages.ValidatedSettings_startFrom(given));
        }
        return start;
    }

    /** The base name of the task file. */
    String fileName() {
        return Path.of(given.file()).getFileName().toString();
    }

    RunOutcome outcome(int exitCode, RunRecord record, Optional<NotStarted> notStarted) {
        return new RunOutcome(fileName(), exitCode, record, notStarted, given.failOnError(), unhandledFailures);
    }

    /** @param branch parallel branch of the script; empty outside of {@code parallel} */
    RunName runName(String branch) {
        return new RunName(fileName(), given().reports().project(), branch);
    }

    /** Binds the credentials that commands need. The result is closed when the commands have ended. */
    BoundCredentials bind(TaskFileReader.Content content, CredentialLookup lookup, SecretFiles files)
            throws IOException, InterruptedException {
        UsedTypes used = UsedTypes.of(
                TaskFileParser.parse(content.text()),
                given.variables(),
                kept.defaults().values().executionType());
        return BoundCredentials.bind(credentials.ids(used), kept.types(), lookup, files);
    }

    /**
     * Reads the inventory: the file of the step, else the default of this Jenkins (rule 19.4).
     *
     * @param files of the workspace
     * @throws AbortException if it cannot be used; the message contains the line and the remedy
     */
    HostSources hosts(HostFiles files) throws AbortException {
        String file = given.defaults().hosts();
        try {
            if (!file.isEmpty()) {
                WorkspaceFile.check(file);
                return new HostSources(Inventory.parse(file, files.read(file)), files);
            }
            return new HostSources(DefaultInventory.read(kept.inventory()), files);
        } catch (HostListException | UnreadableTaskFileException e) {
            throw new AbortException(Messages.ValidatedSettings_hosts(e.getMessage()));
        } catch (UnreadableHostFileException e) {
            throw new AbortException(
                    Messages.ValidatedSettings_hosts(file + ": " + e.getMessage() + "; " + e.remedy()));
        }
    }

    private RunInput input(TaskFileReader.Content content, HostSources hosts) {
        return new RunInput(
                fileName(), content, given.variables(), given.variables().keySet(), hosts);
    }

    /** @throws AbortException if the name of a variable is probably mistyped (rule 4.7) */
    void checkVariables(TaskFileReader.Content content) throws AbortException {
        List<String> errors =
                UnknownVariables.of(input(content, HostSources.none())).errors();
        if (!errors.isEmpty()) {
            throw new AbortException(Messages.ValidatedSettings_variables(String.join("; ", errors)));
        }
    }

    RunRequest request(
            TaskFileReader.Content content, HostSources hosts, BoundCredentials bound, Secrets secrets, Path journal) {
        return new RunRequest(
                input(content, hosts),
                new ExecutionSettings(
                        bound.applyTo(kept.types()), kept.defaults().values(), kept.limits()),
                given.mode(),
                RunStart.at(startFrom),
                given.checks(),
                secrets,
                new JournalFile(journal, false),
                described());
    }

    private List<SettingSource> described() {
        List<SettingSource> described = new ArrayList<>(kept.defaults().described());
        String inventory = given.defaults().hosts();
        if (!inventory.isEmpty() || !kept.inventory().isEmpty()) {
            described.add(new SettingSource(
                    "inventory",
                    inventory.isEmpty() ? DefaultInventory.NAME : inventory,
                    inventory.isEmpty() ? "global configuration" : SOURCE));
        }
        String project = given.reports().project();
        if (!project.isEmpty()) {
            described.add(new SettingSource("project", project, SOURCE));
        }
        return described;
    }
}
