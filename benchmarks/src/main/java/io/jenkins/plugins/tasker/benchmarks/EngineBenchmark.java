package io.jenkins.plugins.tasker.benchmarks;

import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.WorkflowEngine;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Measures the engine per task, with a runner that returns each result at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class EngineBenchmark {

    private static final int TASKS = 1000;

    @Param({"sequence", "group"})
    public String shape;

    private Workflow workflow;
    private RunOptions options;

    @Setup
    public void parse() {
        String text = shape.equals("group") ? SampleWorkflow.group(TASKS, 50) : SampleWorkflow.sequence(TASKS);
        workflow = Workflow.of(TaskFileParser.parse(text), Map.of());
        options = new RunOptions(
                new ExecutionSettings(ExecutionTypes.builtIn(), TaskDefaults.STANDARD, UpperLimits.NONE),
                RunMode.REAL_RUN,
                Optional.empty(),
                Map.of(),
                Secrets.NONE,
                HostSources.none(),
                TemporaryFile::new);
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public RunEvent.RunEnded run(Blackhole events) throws InterruptedException {
        WorkflowEngine engine = new WorkflowEngine(
                workflow, options, EndedCommand::start, SampleWorkflow.PROGRAMS, events::consume, Clock.systemUTC());
        return engine.run();
    }
}
