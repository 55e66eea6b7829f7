package io.jenkins.plugins.tasker.command.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Watches the time limits of all running commands, by the monotonic clock.
 *
 * <p>There is one alarm, for the earliest limit. It is not called off when that command ends in time, because waking up the
 * timer for every command costs more than looking in vain now and then.
 */
final class TimeLimits {

    private final ScheduledExecutorService timer;
    private final Map<Runnable, Long> limits = new ConcurrentHashMap<>();
    private boolean armed;
    private long alarmAt;

    TimeLimits(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** @param limit by {@link System#nanoTime()} */
    void watch(Runnable late, long limit) {
        limits.put(late, limit);
        arm(limit);
    }

    void forget(Runnable late) {
        limits.remove(late);
    }

    private synchronized void arm(long limit) {
        if (!armed || limit - alarmAt < 0) {
            armed = true;
            alarmAt = limit;
            timer.schedule(this::ring, limit - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void ring() {
        synchronized (this) {
            armed = false;
        }
        long now = System.nanoTime();
        limits.forEach((late, limit) -> {
            if (limit - now <= 0 && limits.remove(late, limit)) {
                late.run();
            }
        });
        limits.values().stream().min((a, b) -> Long.signum(a - b)).ifPresent(this::arm);
    }
}
