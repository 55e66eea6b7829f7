package io.jenkins.plugins.tasker.command.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Watches the time limits of all running commands by the monotonic clock.
 *
 * <p>Schedules one alarm, for the earliest limit. An alarm stays scheduled if its command ends in time: a needless alarm is
 * cheaper than waking the timer for each command.
 */
public final class TimeLimits {

    private final ScheduledExecutorService timer;
    private final Map<Runnable, Long> limits = new ConcurrentHashMap<>();
    private boolean armed;
    private long alarmAt;

    public TimeLimits(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * Calls an action when the limit is reached, unless it is removed before.
     *
     * @param limit a value of {@link System#nanoTime()}
     */
    public void watch(Runnable onLimit, long limit) {
        limits.put(onLimit, limit);
        arm(limit);
    }

    public void forget(Runnable onLimit) {
        limits.remove(onLimit);
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
        limits.forEach((onLimit, limit) -> {
            if (limit - now <= 0 && limits.remove(onLimit, limit)) {
                onLimit.run();
            }
        });
        limits.values().stream().min((a, b) -> Long.signum(a - b)).ifPresent(this::arm);
    }
}
