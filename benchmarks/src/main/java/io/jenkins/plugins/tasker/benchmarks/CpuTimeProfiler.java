package io.jenkins.plugins.tasker.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Measures CPU time of the whole JVM per operation, which other work on the machine affects less than the clock. */
public class CpuTimeProfiler implements InternalProfiler {

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private long start;

    @Override
    public String getDescription() {
        return "CPU time of the JVM for each operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double nanoseconds = system.getProcessCpuTime() - start;
        double perOperation = nanoseconds / result.getMetadata().getAllOps();
        double unit = benchmark.getTimeUnit().toNanos(1);
        String name = "cpu per operation";
        return List.of(new ScalarResult(
                name, perOperation / unit, benchmark.getTimeUnit().name().toLowerCase(), AggregationPolicy.AVG));
    }
}
