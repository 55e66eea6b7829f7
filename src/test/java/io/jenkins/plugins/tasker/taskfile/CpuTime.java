package io.jenkins.plugins.tasker.taskfile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/** Measures the CPU time of work on this thread, which other processes hardly change. */
public final class CpuTime {

    private CpuTime() {}

    public static Duration of(Executable work) throws Throwable {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.execute();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }
}
