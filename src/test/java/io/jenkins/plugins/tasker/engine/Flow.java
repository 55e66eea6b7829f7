package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Runs an abbreviated task file through the engine and records its events. */
final class Flow {

    final ScriptedRunner runner = new ScriptedRunner();
    final List<RunEvent> events = new ArrayList<>();
    private final String text;
    private final Map<TaskId, TaskResult> restored = new HashMap<>();
    private UpperLimits limits = UpperLimits.NONE;
    private boolean dryRun;
    private boolean strictGaps;
    private MemberSelection members = MemberSelection.ALL;
    private Optional<TaskId> startFrom = Optional.empty();
    private CommandRunner commands = runner;
    private List<RunEvent> recorded = List.of();
    private BiConsumer<WorkflowEngine, RunEvent> watcher = (engine, event) -> {};
    private Predicate<RunEvent> loss = event -> false;
    private Optional<RunListener> disk = Optional.empty();
    private boolean lost;
    private RunEvent.RunEnded end;

    private Flow(String text) {
        this.text = text;
    }

    /** Creates a file of one task for each argument, with fields separated by {@code ;}. {@code 3 exit 1} is a local task with a command. */
    static Flow of(String... tasks) {
        StringBuilder text = new StringBuilder();
        for (String task : tasks) {
            String[] fields = task.split(";");
            String first = fields[0].trim();
            int blank = first.indexOf(' ');
            if (first.matches("[A-Za-z_]+=.*")) {
                text.append(first).append('\n');
                continue;
            }
            text.append("task=")
                    .append(blank < 0 ? first : first.substring(0, blank))
                    .append('\n');
            if (blank > 0) {
                String command = first.substring(blank + 1).trim();
                int space = command.indexOf(' ');
                text.append("hostname=h\nexec=local\ncommand=")
                        .append(space < 0 ? command : command.substring(0, space))
                        .append("\narguments=")
                        .append(space < 0 ? "" : command.substring(space + 1))
                        .append('\n');
            }
            for (int i = 1; i < fields.length; i++) {
                text.append(fields[i].trim()).append('\n');
            }
        }
        return new Flow(text.toString());
    }

    Flow dry() {
        dryRun = true;
        return this;
    }

    Flow limits(long timeout, long parallel) {
        limits = new UpperLimits(Duration.ofSeconds(timeout), parallel, Long.MAX_VALUE, UpperLimits.RunSize.NONE);
        return this;
    }

    Flow limits(UpperLimits.RunSize run) {
        limits = new UpperLimits(UpperLimits.NONE.timeLimit(), Long.MAX_VALUE, Long.MAX_VALUE, run);
        return this;
    }

    Flow strictGaps() {
        strictGaps = true;
        return this;
    }

    Flow startFrom(long id) {
        startFrom = Optional.of(new TaskId(id));
        return this;
    }

    Flow restoring(long id, TaskResult result) {
        restored.put(new TaskId(id), result);
        return this;
    }

    /** Lets host validation fail on hosts, with reasons. */
    Flow avoiding(Map<String, String> hosts) {
        members = members.avoiding(hosts);
        return this;
    }

    /** Replaces the scripted runner. */
    Flow on(CommandRunner other) {
        commands = other;
        return this;
    }

    /** Continues the run with these recorded events. */
    Flow continuing(List<RunEvent> events) {
        recorded = events;
        return this;
    }

    /** Fails to record an event, and every later one. */
    Flow losingRecordAt(Predicate<RunEvent> event) {
        loss = event;
        return this;
    }

    /** Calls a listener for each event of the run; the listener may interrupt the engine. */
    Flow watchedBy(BiConsumer<WorkflowEngine, RunEvent> listener) {
        watcher = listener;
        return this;
    }

    /** Decides when the starts of tasks are durable. */
    Flow recordingOn(RunListener slow) {
        disk = Optional.of(slow);
        return this;
    }

    Flow run() {
        RunOptions options = new RunOptions(
                new ExecutionSettings(
                        ExecutionTypes.builtIn().with(List.of(ExecutionType.onNodes("agent"))),
                        new TaskDefaults("local", Duration.ofSeconds(30)),
                        limits),
                new RunMode(dryRun, strictGaps, false),
                startFrom,
                restored,
                Secrets.NONE,
                HostSources.none(),
                members,
                TemporaryFile::new);
        WorkflowEngine[] engine = new WorkflowEngine[1];
        Programs noPrograms = new Programs() {
            @Override
            public boolean onPath(String name) {
                return false;
            }

            @Override
            public boolean fileExists(String path) {
                return false;
            }
        };
        engine[0] = new WorkflowEngine(
                Workflow.of(TaskFileParser.parse(text), Map.of()),
                options,
                commands,
                noPrograms,
                new RunListener() {
                    @Override
                    public void event(RunEvent event) {
                        events.add(event);
                        lost |= loss.test(event);
                        watcher.accept(engine[0], event);
                    }

                    @Override
                    public void whenDurable(RunEvent.TaskStarted start, Runnable action) {
                        disk.ifPresentOrElse(slow -> slow.whenDurable(start, action), action);
                    }

                    @Override
                    public void endTurn() {
                        disk.ifPresent(RunListener::endTurn);
                    }

                    @Override
                    public long recordBytes() {
                        return events.size();
                    }

                    @Override
                    public boolean isRecording() {
                        return !lost && disk.map(RunListener::isRecording).orElse(true);
                    }
                },
                Clock.systemUTC(),
                RecordedHistory.of(recorded.iterator()));
        try {
            end = engine[0].run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    int exitCode() {
        return end.exitCode();
    }

    /** Returns the ids of the tasks that failed although nothing in the file uses their failure. */
    String unhandledFailures() {
        return end.unhandledFailures().stream().map(TaskId::toString).collect(Collectors.joining(" "));
    }

    String reason() {
        return end.reason();
    }

    /** Returns the labels of the started attempts, without the word Task: {@code 0 1 2.1 5-6}. */
    String executed() {
        List<String> labels = new ArrayList<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.TaskStarted started) {
                labels.add(started.task().label().substring(5));
            }
        }
        return String.join(" ", labels);
    }

    String skipped() {
        List<String> labels = new ArrayList<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.TaskSkipped skipped) {
                labels.add(skipped.task().label().substring(5));
            }
        }
        return String.join(" ", labels);
    }

    List<String> notes(Level level) {
        return events.stream()
                .filter(RunEvent.Note.class::isInstance)
                .map(RunEvent.Note.class::cast)
                .filter(note -> note.level() == level)
                .map(RunEvent.Note::text)
                .toList();
    }

    /** Returns the last result of a task. */
    TaskResult result(long id) {
        TaskResult last = null;
        for (RunEvent event : events) {
            if (event instanceof RunEvent.TaskEnded ended && ended.task().task().value() == id) {
                last = ended.result();
            }
        }
        return last;
    }

    /** Returns the command line of the last start of a task. */
    String commandLine(long id) {
        String last = null;
        for (RunEvent event : events) {
            if (event instanceof RunEvent.TaskStarted started
                    && started.task().task().value() == id) {
                last = started.commandLine();
            }
        }
        return last;
    }
}
