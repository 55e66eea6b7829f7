package io.jenkins.plugins.tasker.journal;

import static io.jenkins.plugins.tasker.journal.SampleRun.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.FakePrograms;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.engine.CapturedOutput;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RecordedDecisions;
import io.jenkins.plugins.tasker.engine.RecordedHistory;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.TaskStatus;
import io.jenkins.plugins.tasker.engine.WorkflowEngine;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A run of a million repetitions needs no more memory than one of a thousand. */
class MillionRepetitionsTest {

    private static final int MANY = 1_000_000;
    private static final int FEW = 1000;

    /** Megabytes. The million would need a gigabyte. */
    private static final long NOISE = 4;

    private final RunRecordBuilder state = new RunRecordBuilder();
    private long usedAfterFew;
    private long usedAfterMany;

    /** Measures the used memory after the first thousand repetitions and after the last one. */
    private final class Measured implements RunListener {

        @Override
        public void event(RunEvent event) {
            state.event(event);
            measure(event);
        }
    }

    private void measure(RunEvent event) {
        if (event instanceof RunEvent.LoopRepeated loop && loop.repetition() == FEW) {
            usedAfterFew = used();
        } else if (event instanceof RunEvent.LoopRepeated loop && loop.repetition() == MANY) {
            usedAfterMany = used();
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static Workflow workflow() {
        return Workflow.of(
                TaskFileParser.parse(
                        "task=0\nhostname=h\ncommand=say\nloop=" + MANY + "\ntask=1\nhostname=h\ncommand=say\n"),
                Map.of());
    }

    private RunEvent.RunEnded run(RecordedHistory history) throws InterruptedException {
        RunOptions options = new RunOptions(
                new ExecutionSettings(
                        ExecutionTypes.builtIn(), new TaskDefaults("local", Duration.ofSeconds(30)), UpperLimits.NONE),
                RunMode.REAL_RUN,
                Optional.empty(),
                Map.of(),
                Secrets.NONE,
                HostSources.none(),
                TemporaryFile::new);
        return new WorkflowEngine(
                        workflow(),
                        options,
                        new InterruptedRunTest.Speaker(),
                        FakePrograms.NONE,
                        new Measured(),
                        Clock.systemUTC(),
                        history)
                .run();
    }

    @Test
    @DisplayName("16.14 Engine and record of a million repetitions use the memory of a thousand")
    void liveRun() throws InterruptedException {
        assertThat(run(RecordedHistory.none()).exitCode()).isZero();

        assertThat(usedAfterMany).isLessThanOrEqualTo(usedAfterFew + NOISE);
        assertThat(state.record().totals().successful()).isEqualTo(MANY + 2);
    }

    @Test
    @DisplayName("16.14 A run that continues after a million recorded repetitions uses the memory of a thousand")
    void continuedRun() throws InterruptedException {
        Iterator<RunEvent> recorded = recorded().iterator();
        RecordedHistory history = RecordedHistory.of(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return recorded.hasNext();
            }

            @Override
            public RunEvent next() {
                RunEvent event = recorded.next();
                measure(event);
                return event;
            }
        });

        assertThat(run(history).exitCode()).isZero();

        assertThat(usedAfterMany).isLessThanOrEqualTo(usedAfterFew + NOISE);
        assertThat(state.record().totals().successful()).as("live executions").isEqualTo(2);
    }

    private static Stream<RunEvent> recorded() {
        RunEvent plan = new RunEvent.WorkflowPlanned(PlannedTask.of(workflow(), RunMode.REAL_RUN, Secrets.NONE));
        return Stream.concat(
                Stream.of(plan), IntStream.range(0, MANY).boxed().flatMap(MillionRepetitionsTest::repetition));
    }

    private static Stream<RunEvent> repetition(int number) {
        TaskKey key = repeated(0, number);
        TaskResult result = new TaskResult(
                "h", TaskStatus.SUCCESS, "\n", 0, "", Instant.EPOCH, Duration.ofMillis(1), Optional.empty());
        CapturedOutput nothing = CapturedOutput.NOTHING;
        return Stream.of(
                new RunEvent.TaskStarted(Instant.EPOCH, "local", key, "h", Duration.ofSeconds(30), "say"),
                new RunEvent.TaskEnded(
                        key,
                        result,
                        nothing,
                        nothing,
                        false,
                        Optional.of(new RecordedDecisions(Optional.empty(), Optional.empty()))),
                new RunEvent.LoopRepeated(new TaskId(0), number + 1, MANY));
    }
}
