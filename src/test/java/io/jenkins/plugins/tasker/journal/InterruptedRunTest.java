package io.jenkins.plugins.tasker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.FakePrograms;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.WorkflowEngine;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of twenty tasks is cut off after any byte of its journal, and resumed from the rest. */
class InterruptedRunTest {

    private static final String SHA256 = "0".repeat(64);

    @TempDir
    Path directory;

    private final Workflow workflow = Workflow.of(TaskFileParser.parse(text()), Map.of());
    private RunRecord uncut;
    private byte[] bytes;

    /** Contains a group with a retry, a branch, a skipped and a failing task; the last task prints the outputs of all others. */
    private static String text() {
        StringBuilder text = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (int id = 0; id < 19; id++) {
            text.append("task=").append(id).append('\n');
            text.append(
                    switch (id) {
                        case 4 -> "type=parallel\ntasks=5,6,7\nretry_failed=true\nretry_count=1\nretry_delay=0\n";
                        case 10 -> "type=conditional\ncondition=@6_success@\nif_true_tasks=11,12\n";
                        case 6 -> local("fail-once", "six");
                        case 14 -> local("fail", "fourteen");
                        case 15 -> local("say", "fifteen") + "condition=@14_success@\n";
                        case 17 -> local("say", "@3_stdout@-@5_stdout@");
                        default -> local("say", "\u00fc" + id);
                    });
            all.append(" @").append(id).append("_stdout@");
        }
        return text + "task=19\n" + local("say", all.toString()) + "return=3\n";
    }

    private static String local(String command, String arguments) {
        return "hostname=h\nexec=local\ncommand=" + command + "\narguments=" + arguments + "\n";
    }

    @BeforeEach
    void recordTheUncutRun() throws Exception {
        Path file = directory.resolve("whole.journal");
        List<RunEvent> events = new ArrayList<>();
        try (JournalWriter journal = JournalWriter.create(file, lost -> {})) {
            run(Optional.empty(), Map.of(), event -> {
                journal.event(event);
                events.add(event);
            });
        }
        uncut = RunRecord.of(events);
        bytes = Files.readAllBytes(file);
        assertThat(uncut.ended().orElseThrow().exitCode()).isEqualTo(3);
        assertThat(output(uncut, 19)).contains("\u00fc3-\u00fc5").contains("six");
    }

    @Test
    @DisplayName("15.9 after a cut at any byte, the resumed run ends like the uncut one and repeats no finished task")
    void resumedRunEndsLikeTheUncutOne() throws Exception {
        Path cut = directory.resolve("cut.journal");
        Set<Integer> resumed = new HashSet<>();
        for (int length = 0; length <= bytes.length; length++) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            List<RunEvent> left = WholeJournal.read(cut).events();
            // The result depends on the number of complete events only, so each number is resumed once.
            if (resumed.add(left.size())) {
                resume(RunRecord.of(left));
            }
        }
        assertThat(resumed).hasSizeGreaterThan(60);
    }

    private void resume(RunRecord record) throws Exception {
        Optional<TaskId> start = RestoredResults.suggestedStart(record);
        if (record.ended().isPresent() || (start.isEmpty() && !record.plan().isEmpty())) {
            assertThat(output(record, 19)).isEqualTo(output(uncut, 19));
            return;
        }
        RestoredResults resume = RestoredResults.of(
                record, start.orElse(new TaskId(0)), SHA256, PlannedTask.of(workflow, RunMode.REAL_RUN, Secrets.NONE));
        List<RunEvent> events = new ArrayList<>();
        run(start, resume.results(), events::add);
        RunRecord rest = RunRecord.of(events);

        assertThat(rest.ended().orElseThrow().exitCode()).isEqualTo(3);
        assertThat(output(rest, 19)).isEqualTo(output(uncut, 19));
        for (TaskExecution task : record.tasks()) {
            boolean done = task.key().parent().isEmpty()
                    && (task.state() == TaskState.SUCCESS || task.state() == TaskState.SKIPPED);
            boolean again = rest.tasks().stream().anyMatch(other -> other.key().equals(task.key()));
            assertThat(done && again)
                    .as("%s is done and runs again", task.key())
                    .isFalse();
            if (task.state() == TaskState.UNKNOWN && !task.isGroup()) {
                assertThat(resume.warnings())
                        .anyMatch(warning -> warning.startsWith(task.key().label() + " on h was started"));
            }
        }
    }

    private static String output(RunRecord run, long id) {
        return run.tasks().stream()
                .filter(task -> task.key().task().equals(new TaskId(id)))
                .flatMap(task -> task.result().stream())
                .map(TaskResult::stdout)
                .findFirst()
                .orElse("");
    }

    private void run(Optional<TaskId> start, Map<TaskId, TaskResult> restored, RunListener listener) throws Exception {
        RunOptions options = new RunOptions(
                new ExecutionSettings(
                        ExecutionTypes.builtIn(), new TaskDefaults("local", Duration.ofSeconds(30)), UpperLimits.NONE),
                RunMode.REAL_RUN,
                start,
                restored,
                Secrets.NONE,
                HostSources.none(),
                TemporaryFile::new);
        WorkflowEngine engine =
                new WorkflowEngine(workflow, options, new Speaker(), FakePrograms.NONE, listener, Clock.systemUTC());
        listener.event(new RunEvent.RunStarted(
                Clock.systemUTC().instant(), "run", engine.start(), "twenty.txt", List.of(), SHA256, false));
        engine.run();
    }

    /** Simulates processes: {@code say} prints its words; {@code fail} also fails, {@code fail-once} only the first time. */
    static final class Speaker implements CommandRunner {

        private final Set<List<String>> failed = new HashSet<>();

        @Override
        public RunningCommand start(Command command, OutputListener listener) {
            List<String> words = command.argv();
            boolean fails = words.get(0).equals("fail") || (words.get(0).equals("fail-once") && failed.add(words));
            CompletableFuture<CommandResult> result = CompletableFuture.completedFuture(new CommandResult(
                    fails ? 1 : 0,
                    false,
                    Output.of(String.join(" ", words.subList(1, words.size())) + "\n"),
                    Output.EMPTY,
                    Duration.ofMillis(1)));
            return new RunningCommand() {
                @Override
                public CompletableFuture<CommandResult> result() {
                    return result;
                }

                @Override
                public void terminate() {
                    // The command has ended.
                }

                @Override
                public void kill() {
                    // The command has ended.
                }
            };
        }
    }
}
