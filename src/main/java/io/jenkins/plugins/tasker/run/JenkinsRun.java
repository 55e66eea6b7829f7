package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.tasker.agent.AgentCommandRunner;
import io.jenkins.plugins.tasker.agent.JenkinsNodes;
import io.jenkins.plugins.tasker.agent.NodeRoutingCommandRunner;
import io.jenkins.plugins.tasker.agent.ReadTaskFile;
import io.jenkins.plugins.tasker.agent.ShownOutputLog;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.credentials.BoundCredentials;
import io.jenkins.plugins.tasker.credentials.CredentialLookup;
import io.jenkins.plugins.tasker.credentials.SecretFiles;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.Interrupt;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.RunRecordBuilder;
import io.jenkins.plugins.tasker.report.log.LiveLines;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.session.ExecutionEnvironment;
import io.jenkins.plugins.tasker.session.RunObservers;
import io.jenkins.plugins.tasker.session.RunRequest;
import io.jenkins.plugins.tasker.session.RunSession;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.web.PendingApproval;
import io.jenkins.plugins.tasker.web.ResumePlan;
import io.jenkins.plugins.tasker.web.RunRegistration;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a task file within a build, on the agent of the build; the same for every kind of job.
 *
 * <p>{@link #run()} occupies its thread to the end. {@link #abort()} may come at any time and from any thread: before the
 * first task it keeps the run from starting, the first one after that terminates the commands, a further one kills them.
 */
public final class JenkinsRun {

    private final ValidatedSettings settings;
    private final BuildContext place;
    private final CredentialLookup lookup;
    private final Duration reconnectTimeout;
    private final Clock clock = Clock.systemDefaultZone();
    private final RunRecordBuilder state = new RunRecordBuilder();
    private final RunLog log;
    private final RunId id;
    private Optional<RunSession> session = Optional.empty();
    private Optional<NodeRoutingCommandRunner> fleet = Optional.empty();
    private boolean aborted;

    /** @throws AbortException if a setting cannot be used; the message says which, and the remedy */
    public JenkinsRun(StepSettings settings, BuildContext place) throws AbortException {
        this(settings, place, RunId.random(), TaskerConfiguration.get(), CredentialLookup.of(place.build()));
    }

    /**
     * @param id names the run, so that {@link #resume()} finds it after a restart of Jenkins
     * @throws AbortException if a setting cannot be used; the message says which, and the remedy
     */
    public JenkinsRun(StepSettings settings, BuildContext place, String id) throws AbortException {
        this(settings, place, RunId.of(id), TaskerConfiguration.get(), CredentialLookup.of(place.build()));
    }

    JenkinsRun(
            StepSettings settings,
            BuildContext place,
            RunId id,
            TaskerConfiguration configuration,
            CredentialLookup lookup)
            throws AbortException {
        this.id = id;
        this.settings = ValidatedSettings.of(settings, configuration, place.environment());
        this.place = place;
        this.lookup = lookup;
        this.reconnectTimeout = configuration.agentReconnectTimeout();
        this.log = new RunLog(this.settings.logLevel(), clock, state::record, List.of());
    }

    /**
     * @throws AbortException if it cannot start or cannot be brought to its end; the message says why
     * @throws InterruptedException if its plan was not approved
     */
    public RunOutcome run() throws IOException, InterruptedException {
        place.workspace().mkdirs();
        TaskFileReader.Content content = read();
        try (RunRegistration inBuild = RunRegistration.start(
                place.build(), settings.fileName(), settings.given().reports().project(), place.branch())) {
            ResumePlan takeOver = inBuild.resumePlan();
            if (takeOver instanceof ResumePlan.Ended ended) {
                return notRepeated(ended, inBuild);
            }
            if (id.continuable()) {
                inBuild.directory().mark(id.text(), content.bytes());
            }
            return run(content, inBuild, takeOver, List.of());
        }
    }

    /**
     * Continues the run of this id that was cut off with Jenkins, or begins it if it had not begun.
     *
     * @throws AbortException if it cannot be brought to its end; the message says why
     */
    public RunOutcome resume() throws IOException, InterruptedException {
        Optional<InterruptedRun> cutOff = InterruptedRun.find(place.build(), id.text());
        if (cutOff.isEmpty()) {
            return run();
        }
        try (RunRegistration inBuild = cutOff.get().continueRun(place, settings)) {
            return run(
                    cutOff.get().taskFile(settings.given().file()),
                    inBuild,
                    inBuild.resumePlan(),
                    cutOff.get().recorded());
        }
    }

    private RunOutcome notRepeated(ResumePlan.Ended ended, RunRegistration inBuild) {
        String told = ended.origin() + " ended with exit code " + ended.exitCode() + "; it is not run again";
        place.console().getLogger().println(told);
        inBuild.ended(ended.exitCode(), told);
        return outcome(ended.exitCode(), ended.record());
    }

    private RunOutcome run(
            TaskFileReader.Content content, RunRegistration inBuild, ResumePlan takeOver, List<RunEvent> recorded)
            throws IOException, InterruptedException {
        PendingApproval approval = inBuild.approval(place.console());
        try (BoundCredentials credentials = bind(content, inBuild);
                RunArtifacts artifacts = begin(inBuild, recorded.isEmpty());
                AgentCommandRunner own = connect(place.workspace(), place.environment(), inBuild);
                NodeRoutingCommandRunner runner = fleet(own, inBuild)) {
            RunRequest request = resumed(
                    settings.request(
                            content,
                            credentials,
                            credentials.secrets(place.sensitiveValues()),
                            inBuild.directory().journal()),
                    takeOver);
            inBuild.keep(request.secrets().mask(content.text()));
            RunSession made = new RunSession(
                    request,
                    new ExecutionEnvironment(runner, own.programs(), own.hosts(), runner),
                    new RunObservers(state, log, false, listeners(), (tasks, hosts, lines) -> {}, approval),
                    clock);
            start(made, runner);
            RunOutcome outcome = outcome(made.continueRun(recorded), state.record());
            artifacts.ended(outcome.exitCode());
            inBuild.ended(outcome.exitCode(), outcome.sentence());
            approval.check();
            return outcome;
        }
    }

    private RunRequest resumed(RunRequest request, ResumePlan takeOver) {
        if (takeOver instanceof ResumePlan.Repeated repeated) {
            log.write(
                    Level.WARN,
                    repeated.origin() + " ran after the one that is resumed; it is run again from its beginning");
        }
        if (takeOver instanceof ResumePlan.Start start) {
            String told = start.origin() + ", task " + start.startFrom();
            return request.resuming(start.startFrom(), start.record(), new SettingSource("resumes", told, "resume"));
        }
        return request;
    }

    private RunOutcome outcome(int exitCode, RunRecord record) {
        return new RunOutcome(
                settings.fileName(), exitCode, record, settings.given().failOnError());
    }

    private NodeRoutingCommandRunner fleet(AgentCommandRunner own, RunRegistration inBuild) throws IOException {
        FilePath workspace = place.workspace();
        JenkinsNodes nodes = new JenkinsNodes(place.build().getParent(), place.console());
        return new NodeRoutingCommandRunner(
                own,
                JenkinsNodes.of(workspace),
                nodes,
                node -> connect(
                        nodes.workspace(node), nodes.environment(node, place.environment(), workspace), inBuild),
                reconnectTimeout,
                text -> log.write(Level.INFO, text));
    }

    private AgentCommandRunner connect(FilePath workspace, Map<String, String> environment, RunRegistration inBuild)
            throws IOException, InterruptedException {
        return new AgentCommandRunner(
                workspace,
                environment,
                id.text(),
                reconnectTimeout,
                text -> log.write(Level.WARN, text),
                new ShownOutputLog(inBuild.directory().shownOutputLog()));
    }

    private BoundCredentials bind(TaskFileReader.Content content, RunRegistration inBuild)
            throws IOException, InterruptedException {
        String owner = place.build().getUrl() + inBuild.directory().number();
        try {
            return settings.bind(content, lookup, new SecretFiles(owner, place.workspace(), place.console()));
        } catch (AbortException e) {
            inBuild.ended(ExitCodes.USAGE, "Nothing was run: " + e.getMessage());
            throw e;
        }
    }

    private RunArtifacts begin(RunRegistration inBuild, boolean fresh) throws IOException {
        StepSettings given = settings.given();
        log.add(new BuildConsole(place.console().getLogger(), inBuild.page()));
        RunArtifacts artifacts = new RunArtifacts(
                new RunArtifacts.Wanted(
                        settings.fileName(),
                        given.reports().project(),
                        given.reports().junit()),
                inBuild.directory(),
                place.archive(),
                log,
                state,
                clock);
        if (fresh) {
            log.begin(given.file(), given.mode().dryRun(), artifacts.log());
            settings.defaults().warnings().forEach(warning -> log.write(Level.WARN, warning));
        }
        return artifacts;
    }

    private TaskFileReader.Content read() throws IOException, InterruptedException {
        String file = settings.given().file();
        try {
            return TaskFileReader.content(
                    file, place.workspace().act(new ReadTaskFile(file)).bytes());
        } catch (UnreadableTaskFileException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private List<RunListener> listeners() {
        return settings.given().reports().stream()
                ? List.of(new LiveLines(line -> log.write(Level.INFO, line)))
                : List.of();
    }

    private synchronized void start(RunSession made, NodeRoutingCommandRunner runner) {
        fleet = Optional.of(runner);
        session = Optional.of(made);
        if (aborted) {
            made.interrupt(Interrupt.ABORT);
        }
    }

    public synchronized void abort() {
        aborted = true;
        session.ifPresent(running -> running.interrupt(Interrupt.ABORT));
        fleet.ifPresent(NodeRoutingCommandRunner::abandon);
    }
}
