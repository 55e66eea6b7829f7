package io.jenkins.plugins.tasker;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntFunction;

/**
 * Tells work that grows with the number of tasks from work that grows with its square. Counts the CPU time of this thread, which
 * other processes hardly change, and compares it with itself: sixteen times the tasks may take a hundred times as long, where the
 * square would take 256 times.
 */
public final class Growth {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SMALL = 1000;
    private static final int TIMES = 16;
    private static final int MOST = 100;

    /** So often the work is done before it counts; what is still interpreted says nothing. */
    private static final int WARM = 5;

    private static final int ROUNDS = 3;

    private Growth() {}

    /**
     * @param name of the work, for the message
     * @param work what is to be done with so many tasks; making it ready does not count
     */
    public static void assertLinear(String name, IntFunction<Runnable> work) {
        Runnable small = work.apply(SMALL);
        Runnable large = work.apply(SMALL * TIMES);
        for (int i = 0; i < WARM; i++) {
            small.run();
        }
        long few = shortest(small);
        long many = shortest(large);
        assertThat((double) many / few)
                .as("%s: %d tasks took %d us, %d took %d us", name, SMALL, few / 1000, SMALL * TIMES, many / 1000)
                .isLessThan(MOST);
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
