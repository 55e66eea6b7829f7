package io.jenkins.plugins.tasker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.FakePrograms;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RecordedHistory;
import io.jenkins.plugins.tasker.engine.RunEvent;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Reads, resumes and continues a run that an earlier Tasker recorded: with groups, a retry, a loop, a restored result, notes and
 * an interrupt during task 7.
 */
class EarlierJournalTest {

    private static final TaskId RESTORED = new TaskId(0);
    private static final TaskId INTERRUPTED = new TaskId(7);

    private final List<RunEvent> emitted = new ArrayList<>();
    private Workflow workflow;
    private List<RunEvent> recorded;

    @BeforeEach
    void readFixture() throws Exception {
        Path journal =
                Path.of(getClass().getResource("version-1-interrupted.journal").toURI());
        recorded = WholeJournal.read(journal).events();
        String text = Files.readString(journal.resolveSibling("version-1-interrupted.txt"));
        workflow = Workflow.of(TaskFileParser.parse(text), Map.of());
    }

    @Test
    void stateOfTheRunIsRebuilt() {
        RunRecord run = RunRecord.of(recorded);

        assertThat(run.ended().orElseThrow().exitCode()).isEqualTo(41);
        assertThat(run.restored()).containsOnlyKeys(RESTORED);
        assertThat(run.tasks()).filteredOn(task -> task.key().repetition() > 0).hasSize(2);
        assertThat(run.notes().kept())
                .extracting(RunEvent.Note::text)
                .containsExactly("the run starts at task 1, not at task 0");
        assertThat(run.totals())
                .isEqualTo(new RunTotals(Map.of(TaskState.SUCCESS, 7, TaskState.FAILED, 2, TaskState.SKIPPED, 1), 1));
        assertThat(run.plan()).isEqualTo(PlannedTask.of(workflow, RunMode.REAL_RUN, Secrets.NONE));
    }

    @Test
    @DisplayName("15.9 a run of an earlier version can be resumed")
    void runIsResumed() throws Exception {
        RunRecord run = RunRecord.of(recorded);
        TaskId start = ResumeOffer.of(run).accept("", false);
        String sha256 = run.started().orElseThrow().sha256();
        RestoredResults restored = RestoredResults.of(run, start, sha256, run.plan());

        assertThat(start).isEqualTo(INTERRUPTED);
        assertThat(restored.warnings()).isEmpty();
        assertThat(engine(start, restored.results(), List.of()).run().exitCode())
                .isEqualTo(3);
        assertThat(lastOutput()).isEqualTo("try switched\n");
    }

    @Test
    void runThatIsCutOffBeforeTheInterruptIsContinued() throws Exception {
        int cut = recorded.indexOf(recorded.stream()
                .filter(event -> event instanceof RunEvent.TaskStarted start
                        && start.task().task().equals(INTERRUPTED))
                .findFirst()
                .orElseThrow());

        assertThat(engine(new TaskId(1), restoredResults(), recorded.subList(0, cut))
                        .run()
                        .exitCode())
                .isEqualTo(3);

        assertThat(emitted.get(0)).isInstanceOf(RunEvent.TaskStarted.class);
        assertThat(lastOutput()).isEqualTo("try switched\n");
    }

    @Test
    void replayOfTheWholeJournalEmitsNothing() throws Exception {
        assertThat(engine(new TaskId(1), restoredResults(), recorded).run().exitCode())
                .isEqualTo(41);

        assertThat(emitted).isEmpty();
    }

    private Map<TaskId, TaskResult> restoredResults() {
        return RunRecord.of(recorded).restored();
    }

    private WorkflowEngine engine(TaskId start, Map<TaskId, TaskResult> restored, List<RunEvent> history) {
        RunOptions options = new RunOptions(
                new ExecutionSettings(
                        ExecutionTypes.builtIn(), new TaskDefaults("local", Duration.ofSeconds(30)), UpperLimits.NONE),
                RunMode.REAL_RUN,
                Optional.of(start),
                restored,
                Secrets.NONE,
                HostSources.none(),
                TemporaryFile::new);
        return new WorkflowEngine(
                workflow,
                options,
                new InterruptedRunTest.Speaker(),
                FakePrograms.NONE,
                emitted::add,
                Clock.systemUTC(),
                RecordedHistory.of(history.iterator()));
    }

    private String lastOutput() {
        return emitted.stream()
                .filter(RunEvent.TaskEnded.class::isInstance)
                .map(event -> ((RunEvent.TaskEnded) event).result().stdout())
                .reduce("", (earlier, later) -> later);
    }
}
