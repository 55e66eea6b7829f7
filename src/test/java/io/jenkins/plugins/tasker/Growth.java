package io.jenkins.plugins.tasker;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntFunction;

/**
 * Distinguishes work that grows with the number of tasks from work that grows with its square. It compares the CPU time
 * of this thread for two sizes: 16 times the tasks may take 100 times as long, whereas quadratic work takes 256 times
 * as long.
 */
public final class Growth {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SMALL = 1000;
    private static final int TIMES = 16;
    private static final int MAX_RATIO = 100;

    /** The number of runs before the measurement, so that the measured code is compiled. */
    private static final int WARM_UP_RUNS = 5;

    private static final int ROUNDS = 3;

    private Growth() {}

    /**
     * Fails if the work does not grow linearly.
     *
     * @param name of the work, for the message
     * @param work returns the work for a number of tasks; the preparation is not measured
     */
    public static void assertLinear(String name, IntFunction<Runnable> work) {
        Runnable small = work.apply(SMALL);
        Runnable large = work.apply(SMALL * TIMES);
        for (int i = 0; i < WARM_UP_RUNS; i++) {
            small.run();
        }
        long few = shortest(small);
        long many = shortest(large);
        assertThat((double) many / few)
                .as("%s: %d tasks took %d us, %d took %d us", name, SMALL, few / 1000, SMALL * TIMES, many / 1000)
                .isLessThan(MAX_RATIO);
    }

    private static long shortest(Runnable work) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.run();
            shortest = Math.min(shortest, THREADS.getCurrentThreadCpuTime() - start);
        }
        return Math.max(1, shortest);
    }
}
