package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.tasker.agent.AgentCommandRunner;
import io.jenkins.plugins.tasker.agent.FleetCommandRunner;
import io.jenkins.plugins.tasker.agent.JenkinsNodes;
import io.jenkins.plugins.tasker.agent.ReadTaskFile;
import io.jenkins.plugins.tasker.agent.ToldOutput;
import io.jenkins.plugins.tasker.artifacts.RunArtifacts;
import io.jenkins.plugins.tasker.audit.PendingApproval;
import io.jenkins.plugins.tasker.audit.RunInBuild;
import io.jenkins.plugins.tasker.audit.TakeOver;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.console.BuildConsole;
import io.jenkins.plugins.tasker.credentials.BoundCredentials;
import io.jenkins.plugins.tasker.credentials.CredentialLookup;
import io.jenkins.plugins.tasker.credentials.SecretFiles;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.Interrupt;
import io.jenkins.plugins.tasker.engine.Level;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.RunSetting;
import io.jenkins.plugins.tasker.journal.Replay;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.LiveLines;
import io.jenkins.plugins.tasker.report.RunLog;
import io.jenkins.plugins.tasker.session.Audience;
import io.jenkins.plugins.tasker.session.RunSession;
import io.jenkins.plugins.tasker.session.SessionRequest;
import io.jenkins.plugins.tasker.session.Site;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of a task file within a build, on the agent of the build; the same for every kind of job.
 *
 * <p>{@link #run()} occupies its thread to the end. {@link #abort()} may come at any time and from any thread: before the
 * first task it keeps the run from starting, the first one after that terminates the commands, a further one kills them.
 */
public final class JenkinsRun {

    private final JudgedSettings settings;
    private final RunPlace place;
    private final CredentialLookup lookup;
    private final Duration patience;
    private final Clock clock = Clock.systemDefaultZone();
    private final Replay state = new Replay();
    private final RunLog log;
    private final String id;
    private boolean continuable = true;
    private Optional<RunSession> session = Optional.empty();
    private Optional<FleetCommandRunner> fleet = Optional.empty();
    private boolean aborted;

    /** @throws AbortException if a setting cannot be used; the message says which, and the remedy */
    public JenkinsRun(RunSettings settings, RunPlace place) throws AbortException {
        this(settings, place, UUID.randomUUID().toString());
        continuable = false;
    }

    /**
     * @param id names the run, so that {@link #resume()} finds it after a restart of Jenkins
     * @throws AbortException if a setting cannot be used; the message says which, and the remedy
     */
    public JenkinsRun(RunSettings settings, RunPlace place, String id) throws AbortException {
        this(settings, place, id, TaskerConfiguration.get(), CredentialLookup.of(place.build()));
    }

    JenkinsRun(
            RunSettings settings, RunPlace place, String id, TaskerConfiguration configuration, CredentialLookup lookup)
            throws AbortException {
        this.id = id;
        this.settings = JudgedSettings.of(settings, configuration, place.environment());
        this.place = place;
        this.lookup = lookup;
        this.patience = configuration.patience();
        this.log = new RunLog(this.settings.logLevel(), clock, state::record, List.of());
    }

    /**
     * @throws AbortException if it cannot start or cannot be brought to its end; the message says why
     * @throws InterruptedException if its plan was not approved
     */
    public RunOutcome run() throws IOException, InterruptedException {
        place.workspace().mkdirs();
        TaskFileReader.Content content = read();
        try (RunInBuild inBuild = RunInBuild.start(
                place.build(), settings.fileName(), settings.given().project(), place.branch())) {
            TakeOver takeOver = inBuild.takeOver();
            if (takeOver instanceof TakeOver.Ended ended) {
                return notRepeated(ended, inBuild);
            }
            if (continuable) {
                inBuild.directory().mark(id, content.bytes());
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
        Optional<CutOffRun> cutOff = CutOffRun.find(place.build(), id);
        if (cutOff.isEmpty()) {
            return run();
        }
        try (RunInBuild inBuild = cutOff.get().goOn(place, settings)) {
            return run(
                    cutOff.get().taskFile(settings.given().file()),
                    inBuild,
                    inBuild.takeOver(),
                    cutOff.get().recorded());
        }
    }

    private RunOutcome notRepeated(TakeOver.Ended ended, RunInBuild inBuild) {
        String told = ended.origin() + " ended with exit code " + ended.exitCode() + "; it is not run again";
        place.console().getLogger().println(told);
        inBuild.ended(ended.exitCode(), told);
        return outcome(ended.exitCode(), ended.record());
    }

    private RunOutcome run(
            TaskFileReader.Content content, RunInBuild inBuild, TakeOver takeOver, List<RunEvent> recorded)
            throws IOException, InterruptedException {
        PendingApproval approval = inBuild.approval(place.console());
        try (BoundCredentials credentials = bind(content, inBuild);
                RunArtifacts artifacts = begin(inBuild, recorded.isEmpty());
                AgentCommandRunner own = connect(place.workspace(), place.environment(), inBuild);
                FleetCommandRunner runner = fleet(own, inBuild)) {
            SessionRequest request = resumed(
                    settings.request(
                            content,
                            credentials,
                            credentials.secrets(place.sensitiveValues()),
                            inBuild.directory().journal()),
                    takeOver);
            inBuild.keep(request.secrets().mask(content.text()));
            RunSession made = new RunSession(
                    request,
                    new Site(runner, own.programs(), own.hosts(), runner),
                    new Audience(state, log, false, listeners(), (tasks, hosts, lines) -> {}, approval),
                    clock);
            start(made, runner);
            RunOutcome outcome = outcome(made.resume(recorded), state.record());
            artifacts.ended(outcome.exitCode());
            inBuild.ended(outcome.exitCode(), outcome.sentence());
            approval.check();
            return outcome;
        }
    }

    private SessionRequest resumed(SessionRequest request, TakeOver takeOver) {
        if (takeOver instanceof TakeOver.Repeated repeated) {
            log.write(
                    Level.WARN,
                    repeated.origin() + " ran after the one that is resumed; it is run again from its beginning");
        }
        if (takeOver instanceof TakeOver.Start start) {
            String told = start.origin() + ", task " + start.startFrom();
            return request.resuming(start.startFrom(), start.record(), new RunSetting("resumes", told, "resume"));
        }
        return request;
    }

    private RunOutcome outcome(int exitCode, RunRecord record) {
        return new RunOutcome(
                settings.fileName(), exitCode, record, settings.given().failOnError());
    }

    private FleetCommandRunner fleet(AgentCommandRunner own, RunInBuild inBuild) throws IOException {
        FilePath workspace = place.workspace();
        JenkinsNodes nodes = new JenkinsNodes(place.build().getParent(), place.console());
        return new FleetCommandRunner(
                own,
                JenkinsNodes.of(workspace),
                nodes,
                node -> connect(
                        nodes.workspace(node), nodes.environment(node, place.environment(), workspace), inBuild),
                patience,
                text -> log.write(Level.INFO, text));
    }

    private AgentCommandRunner connect(FilePath workspace, Map<String, String> environment, RunInBuild inBuild)
            throws IOException, InterruptedException {
        return new AgentCommandRunner(
                workspace,
                environment,
                id,
                patience,
                text -> log.write(Level.WARN, text),
                new ToldOutput(inBuild.directory().toldOutput()));
    }

    private BoundCredentials bind(TaskFileReader.Content content, RunInBuild inBuild)
            throws IOException, InterruptedException {
        String owner = place.build().getUrl() + inBuild.directory().number();
        try {
            return settings.bind(content, lookup, new SecretFiles(owner, place.workspace(), place.console()));
        } catch (AbortException e) {
            inBuild.ended(ExitCodes.USAGE, "Nothing was run: " + e.getMessage());
            throw e;
        }
    }

    private RunArtifacts begin(RunInBuild inBuild, boolean fresh) throws IOException {
        RunSettings given = settings.given();
        log.add(new BuildConsole(place.console().getLogger(), inBuild.page()));
        RunArtifacts artifacts = new RunArtifacts(
                new RunArtifacts.Wanted(settings.fileName(), given.project(), given.junit()),
                inBuild.directory(),
                place.archive(),
                log,
                state,
                clock);
        if (fresh) {
            log.begin(given.file(), given.dryRun(), artifacts.log());
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
        return settings.given().stream() ? List.of(new LiveLines(line -> log.write(Level.INFO, line))) : List.of();
    }

    private synchronized void start(RunSession made, FleetCommandRunner runner) {
        fleet = Optional.of(runner);
        session = Optional.of(made);
        if (aborted) {
            made.interrupt(Interrupt.ABORT);
        }
    }

    public synchronized void abort() {
        aborted = true;
        session.ifPresent(running -> running.interrupt(Interrupt.ABORT));
        fleet.ifPresent(FleetCommandRunner::abandon);
    }
}
