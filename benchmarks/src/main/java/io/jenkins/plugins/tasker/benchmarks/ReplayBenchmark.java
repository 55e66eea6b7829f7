package io.jenkins.plugins.tasker.benchmarks;

import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.WorkflowEngine;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.journal.JournalWriter;
import io.jenkins.plugins.tasker.journal.RecordedRuns;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the replay of the journal of a run of 10 000 tasks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReplayBenchmark {

    private static final int TASKS = 10_000;

    private Path file;

    @Setup
    public void record() throws IOException, InterruptedException {
        file = Files.createTempDirectory("tasker").resolve("run" + RecordedRuns.SUFFIX);
        Workflow workflow = Workflow.of(TaskFileParser.parse(SampleWorkflow.sequence(TASKS)), Map.of());
        // "local", because the journal syncs the disk before each remote command.
        RunOptions options = new RunOptions(
                new ExecutionSettings(
                        ExecutionTypes.builtIn(), new TaskDefaults("local", Duration.ofSeconds(30)), UpperLimits.NONE),
                RunMode.REAL_RUN,
                Optional.empty(),
                Map.of(),
                Secrets.NONE,
                HostSources.none(),
                TemporaryFile::new);
        try (JournalWriter journal = JournalWriter.create(file, lost -> {})) {
            new WorkflowEngine(
                            workflow, options, EndedCommand::start, SampleWorkflow.PROGRAMS, journal, Clock.systemUTC())
                    .run();
        }
    }

    @Benchmark
    public RunRecord replay() throws IOException {
        return RunRecord.read(file);
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
        Files.delete(file.getParent());
    }
}
