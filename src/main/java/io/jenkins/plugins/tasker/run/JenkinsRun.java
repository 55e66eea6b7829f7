package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import io.jenkins.plugins.tasker.agent.AgentCommandRunner;
import io.jenkins.plugins.tasker.agent.NodeRoutingCommandRunner;
import io.jenkins.plugins.tasker.command.ssh.SharedConnections;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.credentials.BoundCredentials;
import io.jenkins.plugins.tasker.credentials.CredentialLookup;
import io.jenkins.plugins.tasker.credentials.SecretFiles;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.journal.RecordedEvents;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.RunRecordBuilder;
import io.jenkins.plugins.tasker.journal.outputs.StoringCommandRunner;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.session.ExecutionEnvironment;
import io.jenkins.plugins.tasker.session.RunObservers;
import io.jenkins.plugins.tasker.session.RunRequest;
import io.jenkins.plugins.tasker.session.RunSession;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.web.PendingApproval;
import io.jenkins.plugins.tasker.web.ResumePlan;
import io.jenkins.plugins.tasker.web.RunRegistration;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs a task file within a build, on the agent of the build.
 *
 * <p>{@link #run()} occupies its thread until the run has ended. {@link #abort} may be called at any time and from any thread:
 * before the first task it prevents the run; after that the first call terminates the commands, and the next one kills them and limits
 * the time that the run waits for agents.
 */
public final class JenkinsRun implements AbortableWork.Target {

    private final ValidatedSettings settings;
    private final BuildContext context;
    private final CredentialLookup lookup;
    private final Duration reconnectTimeout;
    private final boolean sharedConnections;
    private final Clock clock = Clock.systemDefaultZone();
    private final RunRecordBuilder state = new RunRecordBuilder();
    private final RunLog log;
    private final RunOutputs outputs;
    private final RunId id;
    private final Optional<InterruptedRun> interrupted;
    private final AbortState aborts = new AbortState();

    /**
     * Creates a run that ends with its build.
     *
     * @throws AbortException if a setting is not valid; the message contains its name and the remedy
     */
    public JenkinsRun(StepSettings settings, BuildContext context) throws IOException {
        this(settings, context, RunId.random(), TaskerConfiguration.get(), CredentialLookup.of(context.build()));
    }

    /**
     * Creates a run that continues after a restart of Jenkins.
     *
     * @param id identifies the run, so that {@link #continueRun()} finds it
     * @throws AbortException if a setting is not valid; the message contains its name and the remedy
     */
    public JenkinsRun(StepSettings settings, BuildContext context, String id) throws IOException {
        this(settings, context, RunId.of(id), TaskerConfiguration.get(), CredentialLookup.of(context.build()));
    }

    JenkinsRun(
            StepSettings settings,
            BuildContext context,
            RunId id,
            TaskerConfiguration configuration,
            CredentialLookup lookup)
            throws IOException {
        this.id = id;
        this.interrupted = id.continuable() ? InterruptedRun.find(context.build(), id.text()) : Optional.empty();
        Optional<KeptSettings> kept =
                interrupted.isPresent() ? interrupted.get().settings() : Optional.empty();
        this.settings = kept.isPresent()
                ? ValidatedSettings.of(settings, kept.get())
                : ValidatedSettings.of(settings, configuration, context.environment());
        this.context = context;
        this.lookup = lookup;
        this.reconnectTimeout = configuration.agentReconnectTimeout();
        this.sharedConnections = configuration.isSharedConnections();
        this.log = new RunLog(this.settings.logLevel(), clock, state::record, List.of());
        this.outputs = new RunOutputs(settings.reports().stream(), configuration.outputLimits(), log);
    }

    /**
     * Runs the task file.
     *
     * @throws AbortException if the run cannot start or cannot be completed; the message contains the reason
     * @throws InterruptedException if the plan was rejected
     */
    public RunOutcome run() throws IOException, InterruptedException {
        context.workspace().mkdirs();
        TaskFileReader.Content content = input().taskFile();
        try (RunRegistration registration =
                RunRegistration.start(context.build(), settings.runName(context.branch()))) {
            ResumePlan plan = registration.resumePlan();
            if (plan instanceof ResumePlan.Ended ended) {
                return skip(ended, registration);
            }
            if (id.continuable()) {
                settings.kept().write(registration.directory().settings());
                registration.directory().mark(id.text(), content.bytes());
            }
            return run(content, registration, plan, RecordedEvents.none());
        }
    }

    /**
     * Continues the run of this id that a restart of Jenkins interrupted, or starts it if it has not started.
     *
     * @throws AbortException if the run cannot be completed; the message contains the reason
     */
    public RunOutcome continueRun() throws IOException, InterruptedException {
        if (interrupted.isEmpty()) {
            Optional<RunRecord> ended = InterruptedRun.ended(context.build(), id.text());
            return ended.isPresent()
                    ? settings.outcome(InterruptedRun.exitCode(ended.get()), ended.get(), Optional.empty())
                    : run();
        }
        try (RunRegistration registration = interrupted.get().continueRun(context, settings)) {
            return run(
                    interrupted.get().taskFile(settings.given().file()),
                    registration,
                    registration.resumePlan(),
                    interrupted.get().recorded());
        }
    }

    private RunOutcome skip(ResumePlan.Ended ended, RunRegistration registration) {
        String sentence = Messages.JenkinsRun_ended(ended.origin(), Integer.toString(ended.exitCode()));
        context.console().getLogger().println(sentence);
        registration.setEnd(ended.exitCode(), sentence);
        return settings.outcome(ended.exitCode(), ended.record(), Optional.empty());
    }

    private RunOutcome run(
            TaskFileReader.Content content, RunRegistration registration, ResumePlan plan, RecordedEvents recorded)
            throws IOException, InterruptedException {
        HostSources hosts = hosts(registration);
        PendingApproval approval = registration.approval(context.console());
        RunAgents agents = new RunAgents(
                context,
                id.text(),
                reconnectTimeout,
                log,
                registration.directory().shownOutputLog());
        try (BoundCredentials credentials = bind(content, registration, recorded);
                RunArtifacts artifacts = beginLog(registration, recorded.isEmpty());
                AgentCommandRunner own = connect(agents, registration, recorded);
                NodeRoutingCommandRunner runner = agents.router(own);
                SharedConnections connections = new SharedConnections(runner, sharedConnections)) {
            RunRequest request = resumed(
                    settings.request(
                            content,
                            hosts,
                            credentials,
                            credentials.secrets(context.sensitiveValues()),
                            registration.directory().journal()),
                    plan);
            registration.keep(request.secrets().mask(content.text()));
            try (StoringCommandRunner storing = outputs.storing(connections, registration, request.secrets())) {
                RunSession created = new RunSession(
                        request,
                        new ExecutionEnvironment(storing, own.programs(), own.hosts(), runner),
                        new RunObservers(
                                state, log, false, outputs.listeners(), (tasks, validated, lines) -> {}, approval),
                        clock);
                aborts.start(created, runner);
                int exitCode = created.continueRun(recorded);
                RunOutcome outcome = settings.outcome(exitCode, state.record(), created.notStarted());
                artifacts.ended(outcome);
                registration.setEnd(exitCode, outcome.sentence());
                approval.check();
                return outcome;
            }
        } catch (InterruptedException | InterruptedIOException | ClosedByInterruptException e) {
            if (aborts.isBeforeTasks()) {
                throw InterruptedRun.abortedBeforeTasks(e, registration, recorded);
            }
            throw e;
        }
    }

    private static AgentCommandRunner connect(RunAgents agents, RunRegistration registration, RecordedEvents recorded)
            throws IOException, InterruptedException {
        try {
            return agents.own(recorded.isEmpty());
        } catch (AbortException e) {
            throw ended(e, registration, recorded);
        }
    }

    private static AbortException ended(AbortException reason, RunRegistration registration, RecordedEvents recorded) {
        return recorded.isEmpty()
                ? nothingRun(reason, registration)
                : InterruptedRun.cannotContinue(reason, registration, recorded);
    }

    private RunRequest resumed(RunRequest request, ResumePlan plan) {
        if (plan instanceof ResumePlan.Repeated repeated) {
            log.write(Level.WARN, Messages.JenkinsRun_repeated(repeated.origin()));
        }
        if (plan instanceof ResumePlan.Start start) {
            String origin = start.origin() + ", task " + start.startFrom();
            return request.resuming(start.startFrom(), start.record(), new SettingSource("resumes", origin, "resume"));
        }
        return request;
    }

    private HostSources hosts(RunRegistration registration) throws AbortException {
        try {
            return input().hosts(
                            Optional.of(registration.directory().hostFiles()).filter(copies -> id.continuable()));
        } catch (AbortException e) {
            throw nothingRun(e, registration);
        }
    }

    private WorkspaceInput input() {
        return new WorkspaceInput(settings, context.workspace());
    }

    private static AbortException nothingRun(AbortException reason, RunRegistration registration) {
        registration.setEnd(ExitCodes.USAGE, Messages.JenkinsRun_nothingRun(reason.getMessage()));
        return reason;
    }

    private BoundCredentials bind(TaskFileReader.Content content, RunRegistration registration, RecordedEvents recorded)
            throws IOException, InterruptedException {
        String owner = context.build().getUrl() + registration.directory().number();
        try {
            if (recorded.isEmpty()) {
                settings.checkVariables(content);
            }
            return settings.bind(content, lookup, new SecretFiles(owner, context.workspace(), context.console()));
        } catch (AbortException e) {
            throw ended(e, registration, recorded);
        }
    }

    private RunArtifacts beginLog(RunRegistration registration, boolean newRun) throws IOException {
        StepSettings given = settings.given();
        log.add(new BuildConsole(context.console().getLogger(), registration.page()));
        RunArtifacts artifacts = new RunArtifacts(
                new RunArtifacts.Contents(
                        settings.fileName(),
                        given.reports().project(),
                        given.reports().junit()),
                registration.directory(),
                context.archive(),
                log,
                state,
                clock);
        if (newRun) {
            log.begin(given.file(), given.mode().dryRun(), artifacts.log());
            settings.kept().defaults().warnings().forEach(warning -> log.write(Level.WARN, warning));
        }
        return artifacts;
    }

    /**
     * Ends the run. The first call terminates the commands, the next one kills them.
     *
     * @param interrupt called if the run has not reached its tasks, and may wait for the agent
     */
    @Override
    public void abort(Runnable interrupt) {
        aborts.abort(interrupt);
    }

    @Override
    public String withRemains(String sentence) {
        String all = InterruptedRun.withRunningCommands(sentence, state.record());
        context.console().getLogger().println('[' + Level.ERROR.name() + "] " + all);
        return all;
    }
}
