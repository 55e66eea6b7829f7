package io.jenkins.plugins.tasker.command.process;

import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Creates daemon threads: single ones, and pools whose threads end after some idle seconds. */
public final class DaemonThreads {

    private static final long IDLE_SECONDS = 5;

    private DaemonThreads() {}

    /**
     * Creates a pool with an unbounded queue.
     *
     * @param size maximum number of threads
     */
    public static ThreadPoolExecutor pool(String name, int size) {
        return endingWhenIdle(new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory(name)));
    }

    /** Creates a timer with one thread. Cancelled tasks leave its queue at once. */
    public static ScheduledExecutorService timer(String name) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, factory(name));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        return endingWhenIdle(timer);
    }

    /** Starts a thread for one task that waits most of the time. */
    public static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static <T extends ThreadPoolExecutor> T endingWhenIdle(T pool) {
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory factory(String name) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory standard = Executors.defaultThreadFactory();
        return task -> {
            Thread thread = standard.newThread(task);
            thread.setName(name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
