package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.WaveSizes;
import java.time.Instant;
import java.util.Optional;

/** The waves in which a group starts its members (rule 19.9); a group without {@code batch} has one. */
final class Waves {

    private final RunContext run;
    private final TaskKey group;
    private final GroupSettings settings;
    private final Optional<WaveSizes> sizes;
    private final int all;
    private int wave = -1;
    private int end;
    private Instant lastEnd = Instant.MIN;
    private EngineLoop.Timer timer;

    Waves(RunContext run, TaskKey group, GroupSettings settings, int all) {
        this.run = run;
        this.group = group;
        this.settings = settings;
        this.sizes = settings.rollout().waves();
        this.all = all;
    }

    /** Begins the first wave. */
    void begin() {
        wave++;
        int first = end;
        end = sizes.map(batch -> (int) Math.min(all, (long) first + batch.size(wave, all)))
                .orElse(all);
        if (sizes.isPresent() && end > first) {
            run.emit(new RunEvent.WaveStarted(run.now(), group, wave + 1, first, end - first));
        }
    }

    /** Returns the position after the last member of the current wave. */
    int end() {
        return end;
    }

    /** Records the end of a member: the pause begins when the last one of its wave has ended. */
    void ended(TaskResult result) {
        if (result.end().isAfter(lastEnd)) {
            lastEnd = result.end();
        }
    }

    /** Returns whether the next wave waits for the pause to pass. */
    boolean isPausing() {
        return timer != null;
    }

    /**
     * Begins the next wave, or the pause before it.
     *
     * @param then called when the wave has begun after a pause
     * @return whether the wave has begun
     */
    boolean next(Runnable then) {
        if (timer != null) {
            return false;
        }
        if (settings.pause().isZero() || run.options.mode().dryRun()) {
            begin();
            return true;
        }
        run.noteWait(group, "the next wave starts in", settings.pause());
        timer = run.loop.schedule(run.nanosAt(lastEnd), settings.pause(), group.wave(wave + 1), () -> {
            timer = null;
            if (run.interrupted().isEmpty()) {
                begin();
                then.run();
            }
        });
        return false;
    }

    void cancel() {
        if (timer != null) {
            run.loop.cancel(timer);
            timer = null;
        }
    }
}
