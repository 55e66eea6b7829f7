package io.jenkins.plugins.tasker.benchmarks;

import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import io.jenkins.plugins.tasker.validation.Checks;
import io.jenkins.plugins.tasker.validation.Finding;
import io.jenkins.plugins.tasker.validation.TaskFileValidator;
import io.jenkins.plugins.tasker.validation.ValidationOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures parsing and validation of a task file in a warm JVM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class ValidationBenchmark {

    @Param({"500", "5000"})
    public int tasks;

    private String text;

    @Setup
    public void write() {
        text = SampleWorkflow.sequence(tasks);
    }

    @Benchmark
    public List<Finding> validate() {
        ValidationOptions options = new ValidationOptions(
                new ExecutionSettings(ExecutionTypes.builtIn(), TaskDefaults.STANDARD, UpperLimits.NONE),
                SampleWorkflow.PROGRAMS,
                Map.of(),
                HostSources.none(),
                RunMode.REAL_RUN,
                Optional.empty(),
                Set.of(),
                Checks.STANDARD);
        return TaskFileValidator.validate(TaskFileParser.parse(text), options);
    }
}
